const DEFAULT_DAYS = 14;
const DAY_MS = 86_400_000;

/** From when on shadow mode is reported where nobody says: an operator watches about two weeks before going live. */
export function toShadowSince(now: Date): string {
  return new Date(now.getTime() - DEFAULT_DAYS * DAY_MS).toISOString();
}
