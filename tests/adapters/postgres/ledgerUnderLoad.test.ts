import type { Pool } from 'pg';
import { decideGivenAdjustment } from '../../../src/domain/credits/decideGivenAdjustment';
import type { NewEntry } from '../../../src/domain/credits/newEntry';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { TicketFacts } from '../../../src/domain/tickets/ticketFacts';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import type { Command } from '../../../src/domain/tickets/command';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { NOW, buildCommand, buildReading, buildTicket } from '../../domain/builders';
import { takeQueuedLooks } from '../../helpers/database/takeQueuedLooks';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

jest.setTimeout(120_000);

const OPERATOR = { kind: 'operator', name: 'Ann' } as const;

let replicas: Ledger[];
let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  const opened = await openTestLedger();
  ({ pool, close } = opened);
  // Two ledgers over one database batch apart from each other, as two bridges do.
  replicas = [opened.ledger, buildLedger(pool, { now: () => new Date() })];
});
afterEach(() => close());

/** One look at a technical ticket of `account`, by one of the two replicas in turn. */
function look(
  turn: number,
  ticketId: string,
  options: { account: string; spendCents: number; command?: Command; ticket?: Partial<TicketFacts> },
) {
  const { account, spendCents, command } = options;
  const reading = buildReading({ billingAccountId: account, spendCents });
  const ticket = buildTicket({ id: ticketId, command, ...options.ticket });
  return replicas[turn % 2]!.decideTicket(
    {
      ticket,
      identity: { kind: 'client', grade: 'verified_email', billingAccountId: account },
      occurredAt: NOW,
    },
    (ledger, isAnswered) =>
      decideTicket({ ticket, reading, ledger, policy: DEFAULT_POLICY, now: NOW }, isAnswered),
  );
}

const refund = (id: string) => buildCommand({ kind: 'refund', reason: 'software_defect' }, { id });
const count = async (kind: string) =>
  (await pool.query('select 1 from support_credits.ledger_entries where kind = $1', [kind])).rowCount;
const many = <Value>(amount: number, make: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: amount }, (_, index) => make(index)));

describe('two replicas over one database', () => {
  it('return one debit once when a thousand agents ask at once', async () => {
    const client = { account: '1001', spendCents: 20_000 };
    await look(0, '7', client);
    const asked = await many(1_000, (turn) =>
      look(turn, '7', { ...client, command: refund(`audit-${turn}`) }),
    );
    expect(asked.filter((each) => each.decision.answer?.outcome === 'done')).toHaveLength(1);
    expect(asked.filter((each) => each.decision.answer?.outcome === 'refused')).toHaveLength(999);
    expect(await count('refund')).toBe(1);
    expect((await replicas[0]!.readTotals('1001')).balanceCredits).toBe(2);
  });

  it('return five hundred debits, each asked for twice at once, exactly five hundred times', async () => {
    const client = (index: number) => ({ account: String(1000 + (index % 20)), spendCents: 300_000 });
    await many(500, (index) => look(index, String(index + 1), client(index)));
    const asked = await many(1_000, (turn) => {
      const index = turn % 500;
      return look(turn, String(index + 1), { ...client(index), command: refund(`audit-${turn}`) });
    });
    const outcomes = asked.map((each) => each.decision.answer?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(500);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(500);
    expect(await count('debit')).toBe(500);
    expect(await count('refund')).toBe(500);
  });

  it('R4: debit a problem once, however many of its tickets are looked at at once', async () => {
    const client = { account: '1001', spendCents: 300_000, ticket: { problemId: 'zt_1' } };
    await many(200, (turn) => look(turn, String(1 + (turn % 50)), client));
    expect(await count('debit')).toBe(1);
  });

  it('R4: return the credit of a merged ticket, or ask for another look at it, when both are looked at at once', async () => {
    const client = { account: '1001', spendCents: 600_000 };
    const merged = (index: number) => ({
      ...client,
      ticket: {
        standing: 'closed' as const,
        mergedInto: { ticketId: `${index}00`, problemId: `zt_${index}00` },
      },
    });
    await many(20, (index) => look(index, String(index + 1), client));
    await takeQueuedLooks(pool);
    await many(40, (turn) => {
      const index = 1 + (turn >> 1);
      return turn % 2 === 0 ? look(turn, `${index}00`, client) : look(turn, String(index), merged(index));
    });
    for (const ticketId of await takeQueuedLooks(pool)) await look(0, ticketId, merged(Number(ticketId)));
    expect(await count('debit')).toBe(40);
    expect(await count('refund')).toBe(20);
  });

  it('grant what was earned once when both see it at the same time', async () => {
    await many(40, (turn) => look(turn, String(turn + 1), { account: '1001', spendCents: 100_000 }));
    expect(await count('grant')).toBe(10);
    expect(await count('debit')).toBe(10);
  });

  it('refuse keys that two clients are given at once to the later one, as ones that are taken', async () => {
    const give = (turn: number, key: string) => {
      const given = { key, amountCredits: 1, isDebtAllowed: true, reason: 'why', actor: OPERATOR };
      const statement: NewEntry = { ...given, kind: 'adjustment', allocations: [], proof: {} };
      return replicas[turn % 2]!.appendDecided(
        { billingAccountId: String(1001 + turn), occurredAt: NOW, statement },
        (view) => decideGivenAdjustment(given, view, NOW),
      );
    };
    for (let nth = 0; nth < 20; nth += 1) {
      const asked = await Promise.allSettled([give(0, `case-${nth}`), give(1, `case-${nth}`)]);
      const refused = asked.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      expect(refused).toMatchObject([{ code: 'key_reused' }]);
    }
  });
});
