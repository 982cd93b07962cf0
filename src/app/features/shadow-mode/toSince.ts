const DAY_MS = 86_400_000;

/** So many days before the beginning of the hour of `nowMs`: then looking once more asks for the same. */
export function toSince(nowMs: number, days: number): string {
  const hourMs = 3_600_000;
  return new Date(Math.floor(nowMs / hourMs) * hourMs - days * DAY_MS).toISOString();
}
