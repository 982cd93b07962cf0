import type { ParsedCronItem } from 'graphile-worker';

/** A line of the crontab whose minute has come; `minute` counts from 1970, UTC. */
export type DueItem = { item: ParsedCronItem; minute: number };

const MINUTE_MS = 60_000;

/**
 * The lines that have a minute behind `seen` and up to `now`, each with the newest of these: of several that were missed one is
 * made up for. A line with `fill` looks back so far when `isFirst`: what was missed while no bridge ran is made up for too.
 */
export function findDue(
  items: readonly ParsedCronItem[],
  { seen, now, isFirst }: { seen: number; now: number; isFirst: boolean },
): DueItem[] {
  return items.flatMap((item): DueItem[] => {
    const fillMinutes = isFirst ? Math.floor(item.options.backfillPeriod / MINUTE_MS) : 0;
    const oldest = Math.min(seen, now - fillMinutes) + 1;
    for (let minute = now; minute >= oldest; minute -= 1) {
      if (item.match(toDigest(minute))) return [{ item, minute }];
    }
    return [];
  });
}

function toDigest(minute: number): Parameters<ParsedCronItem['match']>[0] {
  const at = new Date(minute * MINUTE_MS);
  return {
    min: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    date: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    dow: at.getUTCDay(),
  };
}
