import { buildOffsetReader } from './buildOffsetReader';
import { WEEKDAYS } from './careHours';
import type { CareHours } from './careHours';

/** Whether client care is open, and when that changes next (ISO 8601); undefined: never. */
export type Care = { isOpen: boolean; changesAt: string | undefined };

type OffsetReader = ReturnType<typeof buildOffsetReader>;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Hours repeat after a week; two, because a change of the clock may take an opening away. */
const DAYS_AHEAD = 15;

/**
 * Whether client care is open at `now`, by what a clock on its wall shows then: where clocks are put forward, hours that
 * are skipped are missing; where they are put back, hours that come twice are there twice.
 */
export function readCare(hours: CareHours, now: Date): Care {
  const readOffset = buildOffsetReader(hours.timeZone);
  const nowMs = now.getTime();
  const isOpenAt = (atMs: number) => isOpen(hours, atMs + readOffset(atMs));
  const isOpenNow = isOpenAt(nowMs);
  const change = listPossibleChanges(hours, readOffset, nowMs).find((atMs) => isOpenAt(atMs) !== isOpenNow);
  return { isOpen: isOpenNow, changesAt: change === undefined ? undefined : new Date(change).toISOString() };
}

/** `localMs`: what the clock shows, counted as if it were UTC. */
function isOpen({ days, from, to }: CareHours, localMs: number): boolean {
  const day = Math.floor(localMs / DAY_MS);
  const timeMs = localMs - day * DAY_MS;
  const [startMs, endMs] = [toMs(from), toMs(to)];
  const isCareDay = (each: number) => days.includes(toWeekday(each));
  if (startMs < endMs) return isCareDay(day) && timeMs >= startMs && timeMs < endMs;
  return (isCareDay(day) && timeMs >= startMs) || (isCareDay(day - 1) && timeMs < endMs);
}

/**
 * Moments after `nowMs`, in order, among which are all at which hours begin or end: the clock comes to show such a time, by
 * one of the offsets that are in force in these days, or is itself changed.
 */
function listPossibleChanges({ from, to }: CareHours, readOffset: OffsetReader, nowMs: number): number[] {
  const days = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => Math.floor(nowMs / DAY_MS) - 1 + index);
  const offsets = days.map((day) => readOffset(day * DAY_MS));
  const times = days.flatMap((day) => [toMs(from), toMs(to), 0].map((timeMs) => day * DAY_MS + timeMs));
  const boundaries = [...new Set(offsets)].flatMap((offsetMs) => times.map((localMs) => localMs - offsetMs));
  const clockChanges = days.flatMap((day, index) =>
    index === 0 || offsets[index] === offsets[index - 1] ? [] : [findClockChange(readOffset, day * DAY_MS)],
  );
  return [...boundaries, ...clockChanges].filter((atMs) => atMs > nowMs).sort((one, other) => one - other);
}

/** The moment of the change on the day before `endMs`, at the end of which the clock shows another offset. */
function findClockChange(readOffset: OffsetReader, endMs: number): number {
  let [before, after] = [endMs - DAY_MS, endMs];
  const offsetAfter = readOffset(after);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (readOffset(middle) === offsetAfter) after = middle;
    else before = middle;
  }
  return after;
}

/** Day 0 of the calendar, 1 January 1970, was a Thursday. */
function toWeekday(day: number): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}

/** `HH:MM` in milliseconds since midnight. */
function toMs(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * MINUTE_MS;
}
