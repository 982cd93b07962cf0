import { buildBillmanagerSource } from '../../../src/adapters/billmanager/buildBillmanagerSource';

/** What the child prints: what it read, how long that took, and the most memory that the process ever held. */
export type ReadingResult = {
  spendCents: number | undefined;
  expenseCount: number | undefined;
  seconds: number;
  peakMib: number;
};

/** Reads the facts of one account (argument 2) from the panel at an address (argument 1), in a process of its own. */
async function main(): Promise<void> {
  const [, , baseUrl, accountId] = process.argv;
  if (baseUrl === undefined || accountId === undefined) throw new Error('Give an address and an account.');
  const billing = buildBillmanagerSource({
    baseUrl,
    authinfo: 'support-bridge:playground',
    logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: { now: () => new Date() },
  });
  const start = performance.now();
  const facts = await billing.readAccountFacts(accountId);
  const result: ReadingResult = {
    spendCents: facts?.spendCents,
    expenseCount: facts?.expenses.length,
    seconds: (performance.now() - start) / 1_000,
    peakMib: process.resourceUsage().maxRSS / 1_024,
  };
  console.log(JSON.stringify(result));
}

void main();
