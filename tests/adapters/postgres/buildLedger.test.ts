import type { Pool } from 'pg';
import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import type { Command } from '../../../src/domain/tickets/command';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { NOW, buildCommand, buildReading, buildTicket } from '../../domain/builders';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let ledger: Ledger;
let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ ledger, pool, close } = await openTestLedger());
  known = {};
});
afterEach(() => close());

/** What billing says of the client, until a test says otherwise. */
let known: Partial<AccountFacts>;

/** One look at a technical ticket of account 1001, decided by the real rules. */
function look(
  ticketId: string,
  options: { facts?: Partial<AccountFacts>; command?: Command; now?: string } = {},
) {
  known = options.facts ?? known;
  const reading = buildReading(known);
  const { command, now = NOW } = options;
  const ticket = buildTicket({ id: ticketId, command });
  return ledger.decideTicket(
    {
      ticket,
      identity: { kind: 'client', grade: 'verified_email', billingAccountId: '1001' },
      occurredAt: now,
    },
    (view, isAnswered) =>
      decideTicket({ ticket, reading, ledger: view, policy: DEFAULT_POLICY, now }, isAnswered),
  );
}

const refund = (id: string) => buildCommand({ kind: 'refund', reason: 'software_defect' }, { id });
const countEntries = async (kind: string) =>
  (await pool.query('select 1 from support_credits.ledger_entries where kind = $1', [kind])).rowCount;

describe('decideTicket on Postgres', () => {
  it('leaves exactly 10 debits and a balance of 0 when 50 tickets ask at once for one credit each out of 10', async () => {
    const facts = { spendCents: 100_000 };
    const looks = await Promise.all(
      Array.from({ length: 50 }, (_, index) => look(String(index + 1), { facts })),
    );
    const states = looks.map((each) => each.decision.state.creditState);
    expect(states.filter((state) => state === 'debited')).toHaveLength(10);
    expect(states.filter((state) => state === 'held')).toHaveLength(40);
    expect(await countEntries('grant')).toBe(10);
    expect(await countEntries('debit')).toBe(10);
    expect((await ledger.readTotals('1001')).balanceCredits).toBe(0);
  });

  it('debits once when one ticket is looked at twenty times at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => look('7', { facts: { spendCents: 30_000 } })));
    expect(await countEntries('debit')).toBe(1);
    expect((await ledger.readTotals('1001')).balanceCredits).toBe(2);
  });

  it('returns a credit once to its own grant, however many agents ask at once', async () => {
    await look('7', { facts: { spendCents: 20_000 } });
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => look('7', { command: refund(`audit-${index}`) })),
    );
    const outcomes = asked.map((each) => each.decision.answer?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(19);
    expect(await countEntries('refund')).toBe(1);
    expect(await ledger.readTotals('1001')).toEqual({
      balanceCredits: 2,
      earnedCredits: 2,
      boughtCredits: 0,
      usedCredits: 1,
      returnedCredits: 1,
    });
    const { rows } = await pool.query<{ kind: string; key: string }>(
      `select entry.kind, lot.key from support_credits.allocations allocation
         join support_credits.ledger_entries entry on entry.id = allocation.entry_id
         join support_credits.grants lot on lot.entry_id = allocation.grant_entry_id order by entry.id`,
    );
    expect(rows).toEqual([
      { kind: 'debit', key: 'grant:spend:1001:1' },
      { kind: 'refund', key: 'grant:spend:1001:1' },
    ]);
  });

  it('answers the very same command once, whenever it is seen again', async () => {
    await look('7', { facts: { spendCents: 20_000 } });
    await look('7', { command: refund('audit-1') });
    const again = await look('7', { command: refund('audit-1') });
    expect(again.decision.answer).toBeUndefined();
    expect(again.entryKeys).toEqual([]);
    expect(again.decision.state).toEqual({ creditState: 'refunded', reason: 'software_defect' });
    expect(await ledger.readStoredTicket('7')).toMatchObject({
      answer: {
        commandId: 'audit-1',
        outcome: 'done',
        action: { kind: 'refund', reason: 'software_defect' },
      },
    });
  });

  it('grants what was earned once when two looks at two tickets of one client meet', async () => {
    await Promise.all([
      look('7', { facts: { spendCents: 50_000 } }),
      look('8', { facts: { spendCents: 50_000 } }),
    ]);
    expect(await countEntries('grant')).toBe(5);
    expect((await ledger.readTotals('1001')).balanceCredits).toBe(3);
  });

  it('queues in the same transaction what must be brought in line, once per ticket and requester', async () => {
    await look('7');
    await look('7');
    const { rows } = await pool.query<{ key: string }>('select key from graphile_worker.jobs order by key');
    expect(rows.map((row) => row.key)).toEqual(['bring_requester_in_line:900', 'bring_ticket_in_line:7']);
  });

  it('writes nothing at all when the decision fails', async () => {
    const failing = ledger.decideTicket(
      {
        ticket: buildTicket(),
        identity: { kind: 'client', grade: 'verified_email', billingAccountId: '1001' },
        occurredAt: NOW,
      },
      () => {
        throw new Error('decision failed');
      },
    );
    await expect(failing).rejects.toThrow('decision failed');
    expect(await ledger.readStoredTicket('7')).toBeUndefined();
    expect((await pool.query('select 1 from support_credits.credit_accounts')).rowCount).toBe(0);
    expect((await pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(0);
  });

  it('queues looks at the tickets that wait, and no longer at one that was decided', async () => {
    await look('8');
    await look('7');
    await look('8', { facts: { partnerLevel: 'Gold' } });
    expect(await ledger.queueWaitingTickets(10, NOW)).toEqual({ queued: 1 });
    const { rows } = await pool.query<{ key: string }>(
      "select key from graphile_worker.jobs where key like 'reconcile_ticket:%'",
    );
    expect(rows).toEqual([{ key: 'reconcile_ticket:7' }]);
  });

  it('remembers since when a ticket has been in its state, however often it is looked at', async () => {
    const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
    const sinceAfter = async (minutes: number, command?: Command) => {
      await look('7', { facts: { spendCents: 10_000 }, now: at(minutes), command });
      return (await ledger.readStoredTicket('7'))?.stateSince;
    };
    expect(await sinceAfter(0)).toBe(at(0));
    expect(await sinceAfter(2)).toBe(at(0));
    expect(await sinceAfter(5, refund('audit-1'))).toBe(at(5));
  });

  it('lists entries newest first with their signs', async () => {
    await look('7', { facts: { spendCents: 10_000 } });
    const entries = await ledger.readEntries('1001', 10);
    expect(
      entries.map(({ key, amountCredits, balanceAfterCredits }) => [key, amountCredits, balanceAfterCredits]),
    ).toEqual([
      ['debit:zt_7:0', -1, 0],
      ['grant:spend:1001:1', 1, 1],
    ]);
  });
});
