import type { Pool } from 'pg';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import type { RefundRule } from '../../../src/domain/policy/refundReason';
import type { Command, CommandAction } from '../../../src/domain/tickets/command';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import type { Ledger } from '../../../src/use-cases/ports/ledger';
import { buildReading, buildTicket, NOW } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

const REFUND: CommandAction = { kind: 'refund', reason: 'hotfix' };

let pool: Pool;
let ledger: Ledger;
let close: () => Promise<void>;
let commands = 0;

beforeEach(async () => {
  ({ pool, ledger, close } = await openTestLedger());
});
afterEach(() => close());

const toPolicy = (rule: Partial<RefundRule>): Policy => {
  const { refundReasons } = DEFAULT_POLICY;
  return {
    ...DEFAULT_POLICY,
    refundReasons: { ...refundReasons, hotfix: { ...refundReasons.hotfix, ...rule } },
  };
};

type Look = {
  action?: CommandAction;
  actorId?: string;
  rule?: Partial<RefundRule>;
  now?: string;
  on?: Ledger;
};

/** A look at a ticket of a client of its own, with a command or without; answers the outcome, else the state. */
async function look(
  ticketId: string,
  { action, actorId = '500', rule = {}, now = NOW, on = ledger }: Look = {},
) {
  commands += 1;
  const command: Command | undefined = action && {
    id: `a${commands}`,
    action,
    actorId,
    actorRole: 'agent',
    actorGroupIds: [],
  };
  const ticket = buildTicket({ id: ticketId, command });
  const billingAccountId = `account-${ticketId}`;
  const reading = buildReading({ billingAccountId, spendCents: 10_000 });
  const { decision } = await on.decideTicket(
    { ticket, identity: { kind: 'client', grade: 'verified_email', billingAccountId }, occurredAt: now },
    (view, isAnswered) =>
      decideTicket({ ticket, reading, ledger: view, policy: toPolicy(rule), now }, isAnswered),
  );
  const { answer } = decision;
  return answer?.outcome === 'refused' ? answer.refusal : (answer?.outcome ?? decision.state.creditState);
}

const debit = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => look(String(index + 1))));
const refundAll = (count: number, options: (index: number) => Look) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      look(String(index + 1), { action: REFUND, ...options(index) }),
    ),
  );
const count = (outcomes: string[], wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;

describe('limits of refunds', () => {
  it('hold for one person however many refunds are asked for at once, over two replicas', async () => {
    await debit(20);
    const other = buildLedger(pool, { now: () => new Date() });
    const outcomes = await refundAll(20, (index) => ({
      rule: { perPersonPerDay: 3 },
      on: index % 2 ? other : ledger,
    }));
    expect([count(outcomes, 'done'), count(outcomes, 'daily_limit_reached')]).toEqual([3, 17]);
  });

  it('are counted for each person and for each day', async () => {
    await debit(4);
    const rule = { perPersonPerDay: 1 };
    expect(await look('1', { action: REFUND, rule })).toBe('done');
    expect(await look('2', { action: REFUND, rule })).toBe('daily_limit_reached');
    expect(await look('2', { action: REFUND, rule, actorId: '501' })).toBe('done');
    expect(await look('3', { action: REFUND, rule, now: '2026-11-22T23:59:59.999Z' })).toBe(
      'daily_limit_reached',
    );
    expect(await look('3', { action: REFUND, rule, now: '2026-11-23T00:00:00.000Z' })).toBe('done');
  });

  it('count what stands in the ledger', async () => {
    await debit(9);
    await refundAll(9, (index) => ({ actorId: index % 3 === 0 ? '501' : '500', on: ledger }));
    const { rows } = await pool.query(
      `select person_id, day::text, reason, refund_count from support_credits.refund_counts order by person_id`,
    );
    const counted = { day: '2026-11-22', reason: 'hotfix' };
    expect(rows).toEqual([
      { person_id: '500', ...counted, refund_count: 6 },
      { person_id: '501', ...counted, refund_count: 3 },
    ]);
  });

  it('do not count refunds for other reasons', async () => {
    await debit(2);
    expect(await look('1', { action: { kind: 'refund', reason: 'out_of_scope' } })).toBe('done');
    expect(await look('2', { action: REFUND, rule: { perPersonPerDay: 1 } })).toBe('done');
  });
});

describe('approvals', () => {
  const rule = { freePerDay: 0 };

  it('return the credit once another person has approved', async () => {
    await debit(1);
    expect(await look('1', { action: REFUND, rule })).toBe('awaiting_approval');
    expect(await look('1', { action: { kind: 'approve' }, rule })).toBe('approver_is_asker');
    expect(await look('1', { action: { kind: 'approve' }, rule, actorId: '501' })).toBe('done');
    expect(await look('1', { action: { kind: 'approve' }, rule, actorId: '502' })).toBe('nothing_to_approve');
    const { rows } = await pool.query(
      "select actor from support_credits.ledger_entries where kind = 'refund'",
    );
    expect(rows).toEqual([{ actor: { kind: 'agent', id: '500', approvedBy: '501' } }]);
    expect((await ledger.readStoredTicket('1'))?.state.creditState).toBe('refunded');
  });

  it('count for who asked', async () => {
    await debit(3);
    const limited = { freePerDay: 0, perPersonPerDay: 1 };
    for (const id of ['1', '2']) await look(id, { action: REFUND, rule: limited });
    expect(await look('1', { action: { kind: 'approve' }, actorId: '501', rule: limited })).toBe('done');
    expect(await look('2', { action: { kind: 'approve' }, actorId: '501', rule: limited })).toBe(
      'daily_limit_reached',
    );
    expect(await look('3', { action: REFUND, actorId: '501', rule: limited })).toBe('awaiting_approval');
  });

  it('are remembered as the answer to the asking', async () => {
    await debit(1);
    await look('1', { action: REFUND, rule });
    expect((await ledger.readStoredTicket('1'))?.answer).toMatchObject({
      action: REFUND,
      outcome: 'awaiting_approval',
    });
  });

  it('of two at once return one credit', async () => {
    await debit(1);
    await look('1', { action: REFUND, rule });
    const outcomes = await Promise.all(
      ['501', '502'].map((actorId) => look('1', { action: { kind: 'approve' }, actorId, rule })),
    );
    expect(outcomes.sort()).toEqual(['done', 'nothing_to_approve']);
  });
});
