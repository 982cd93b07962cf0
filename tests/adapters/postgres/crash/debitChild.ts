import { buildLedger } from '../../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../../src/adapters/postgres/buildPool';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/policy';
import { decideTicket } from '../../../../src/domain/tickets/decideTicket';
import { buildTicket } from '../../../domain/builders';

/** A process that debits as fast as it can and prints the id of each ticket once its debit is acknowledged. */
const [url = '', firstId = '1'] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ledger = buildLedger(buildPool({ connectionString: url, logger: silent }), { now: () => new Date() });
let nextId = Number(firstId);

async function debitOne(): Promise<void> {
  const id = String((nextId += 1));
  const account = String(1000 + (nextId % 10));
  const now = new Date().toISOString();
  const ticket = buildTicket({ id });
  const facts = {
    billingAccountId: account,
    accountName: 'Crash Test',
    spendCents: 100_000_000,
    expenses: [],
    partnerLevel: undefined,
    packs: [],
    readAt: now,
  };
  const policy = { ...DEFAULT_POLICY, spendCentsPerCredit: 1_000_000 };
  await ledger.decideTicket(
    {
      ticket,
      identity: { kind: 'client', grade: 'verified_email', billingAccountId: account },
      occurredAt: now,
    },
    (view, isAnswered) =>
      decideTicket(
        {
          ticket,
          reading: { kind: 'client', grade: 'verified_email', facts },
          ledger: view,
          policy: { ...policy, overdraftCredits: 10_000 },
          now,
        },
        isAnswered,
      ),
  );
  process.stdout.write(`${id}\n`);
}

async function debitForEver(): Promise<never> {
  for (;;) await debitOne();
}

for (let caller = 0; caller < 8; caller += 1) void debitForEver();
