import type { Clock } from '../ports/clock';
import type { NativeCounts } from '../ports/shadowReport';
import { addNativeCounts } from './addNativeCounts';
import type { CountedTicket } from './addNativeCounts';
import type { ComparedTicket } from './comparePage';

/** What counting needs; `nativeCounts` where it is known where billing shows its own count. */
export type CountInTimeDeps = { nativeCounts: NativeCounts | undefined; clock: Clock };

/** No client is asked about in billing after this: somebody waits for the page. */
const COUNTING_MS = 4_000;

/** The same pages with billing's own count, for as many clients as there is time to ask about; without a place for it as they are. */
export function countInTime(
  { nativeCounts, clock }: CountInTimeDeps,
  pages: AsyncIterable<ComparedTicket[]>,
): AsyncIterable<(ComparedTicket & Partial<CountedTicket>)[]> {
  if (nativeCounts === undefined) return pages;
  const endMs = clock.now().getTime() + COUNTING_MS;
  const hasTime = () => clock.now().getTime() < endMs;
  return addNativeCounts(pages, nativeCounts, { clientCount: 0, code: undefined }, hasTime);
}
