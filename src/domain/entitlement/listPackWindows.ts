import type { BoughtPack } from '../accounts/accountFacts';
import type { PackPeriod } from '../policy/policy';

/** A stretch of time in which a pack's credits can be used. `period` names it in the grant's key. */
export type PackWindow = { period: string; effectiveAt: string; expiresAt: string | undefined };

/**
 * The windows of a pack that grant credits at `now` (ISO 8601): one for ever for a lifetime pack; for a monthly one the
 * month that `now` lies in, counted from the purchase, as long as it is paid for. Months that are over grant nothing
 * any more: unused credits do not carry over (billmanager.md, section 6). A month that has begun is granted whole: where
 * billing counts months otherwise (from 31 January to 28 February, then to 28 March), the paid term ends a few days before
 * the month, and is paid on from there. A purchase that seems to lie ahead, because the
 * time zone of billing is unknown, was made by now and can be used; it names its windows by its own day all the same, so
 * that the day after grants nothing twice.
 */
export function listPackWindows(pack: BoughtPack, period: PackPeriod, now: string): PackWindow[] {
  const byNow = (time: string) => (time < now ? time : now);
  if (period === 'lifetime') {
    return [{ period: 'lifetime', effectiveAt: byNow(pack.boughtAt), expiresAt: undefined }];
  }
  if (pack.paidUntil !== undefined && pack.paidUntil <= now) return [];
  const month = Math.max(0, countWholeMonths(pack.boughtAt, now));
  const startsAt = addMonths(pack.boughtAt, month);
  const expiresAt = addMonths(pack.boughtAt, month + 1);
  return [{ period: startsAt.slice(0, 10), effectiveAt: byNow(startsAt), expiresAt }];
}

function countWholeMonths(from: string, now: string): number {
  const [start, end] = [new Date(from), new Date(now)];
  const months =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
  return addMonths(from, months) <= now ? months : months - 1;
}

/** Same day and time `months` later, or the last day of that month when it is shorter (31 January, 29 February). */
function addMonths(from: string, months: number): string {
  const start = new Date(from);
  const moved = new Date(from);
  moved.setUTCDate(1);
  moved.setUTCMonth(start.getUTCMonth() + months);
  const daysInMonth = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(start.getUTCDate(), daysInMonth));
  return moved.toISOString();
}
