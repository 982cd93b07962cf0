import type { SeenEntry } from './outcome';

/** One debit or waiver, with what returned it. */
export type Charge = { entry: SeenEntry; refunds: SeenEntry[] };

/** The charges of each problem, in the order in which they were made. */
export function groupCharges(entries: readonly SeenEntry[]): Map<string, Charge[]> {
  const refunds = new Map<string, SeenEntry[]>();
  for (const entry of entries) {
    if (entry.kind === 'refund') push(refunds, entry.refundedKey ?? '', entry);
  }
  const byProblem = new Map<string, Charge[]>();
  for (const entry of entries) {
    if (entry.kind !== 'debit' && entry.kind !== 'waiver') continue;
    push(byProblem, entry.problemId ?? '', { entry, refunds: refunds.get(entry.key) ?? [] });
  }
  for (const charges of byProblem.values())
    charges.sort((one, other) => numberOf(one.entry) - numberOf(other.entry));
  return byProblem;
}

/** The charge of a problem that stands, if any. */
export function findOpenCharge(charges: readonly Charge[] | undefined): Charge | undefined {
  return charges?.find(({ refunds }) => refunds.length === 0);
}

/** The last part of a charge's key counts the charges of its problem from 0. */
export const numberOf = ({ key }: SeenEntry) => Number(key.slice(key.lastIndexOf(':') + 1));

function push<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
