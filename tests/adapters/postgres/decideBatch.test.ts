import type { Pool } from 'pg';
import { decideBatch } from '../../../src/adapters/postgres/ledger/decideBatch';
import { queueBundle } from '../../../src/adapters/postgres/worker/queueJobs';
import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { decideTicket } from '../../../src/domain/tickets/decideTicket';
import type { Command } from '../../../src/domain/tickets/command';
import { ACCOUNT, NOW, buildCommand, buildReading, buildTicket } from '../../domain/builders';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(() => close());

/** Looks at tickets of one client in one transaction, in this order; answers their states. */
async function look(
  ticketIds: string[],
  credits: number,
  commands: Record<string, Command> = {},
  policy: Policy = DEFAULT_POLICY,
): Promise<string[]> {
  const reading = buildReading({ spendCents: credits * 10_000 });
  const requests = ticketIds.map((ticketId) => {
    const ticket = buildTicket({ id: ticketId, command: commands[ticketId] });
    return {
      input: {
        ticket,
        identity: { kind: 'client', grade: 'verified_email', billingAccountId: ACCOUNT },
        occurredAt: NOW,
      } as const,
      decide: (ledger: Parameters<Parameters<typeof decideBatch>[1][number]['decide']>[0]) =>
        decideTicket({ ticket, reading, ledger, policy, now: NOW }, false),
    };
  });
  const outcomes = await decideBatch(pool, requests, NOW);
  return outcomes.map((each) => (each.ok ? each.value.decision.state.creditState : String(each.error)));
}

const readQueuedLooks = async () =>
  (
    await pool.query<{ key: string }>(
      "select key from graphile_worker.jobs where key like 'reconcile_ticket:%'",
    )
  ).rows.map((row) => row.key);

describe('decideBatch', () => {
  it('leaves one job behind for many tickets, which queues one for each of them and their requester', async () => {
    const tickets = ['1', '2', '3', '4', '5', '6'];
    await look(tickets, 6);
    const { rows } = await pool.query<{ payload: unknown }>(
      `select job.payload from graphile_worker._private_jobs job
         join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'queue_bundle'`,
    );
    expect(rows).toHaveLength(1);
    await queueBundle(pool, rows[0]?.payload);
    await queueBundle(pool, rows[0]?.payload);
    const queued = await pool.query<{ key: string }>(
      'select key from graphile_worker.jobs where key is not null order by key',
    );
    expect(queued.rows.map(({ key }) => key)).toEqual([
      'bring_requester_in_line:900',
      ...tickets.map((id) => `bring_ticket_in_line:${id}`),
    ]);
  });

  it('counts a ticket that was debited earlier in the batch among those that wait no more', async () => {
    expect(await look(['1', '2', '3'], 0)).toEqual(['held', 'held', 'held']);
    expect(await look(['1', '2', '3'], 3)).toEqual(['debited', 'debited', 'debited']);
    expect(await readQueuedLooks()).toEqual([]);
  });

  it('keeps a credit for a ticket that was held before, though it comes later in the batch', async () => {
    await look(['9'], 0);
    expect(await look(['10', '11', '9'], 2)).toEqual(['debited', 'held', 'debited']);
  });

  it('queues the look at the oldest that the whole batch has left held, by number when they came at once', async () => {
    expect(await look(['10', '9', '8'], 0)).toEqual(['held', 'held', 'held']);
    expect(await look(['10'], 2)).toEqual(['held']);
    expect(await readQueuedLooks()).toEqual(['reconcile_ticket:8']);
  });

  it('lets a look take what an earlier one of the batch gave back to an empty grant', async () => {
    expect(await look(['1'], 1)).toEqual(['debited']);
    const command = buildCommand({ kind: 'refund', reason: 'hotfix' });
    expect(await look(['1', '2'], 1, { '1': command })).toEqual(['refunded', 'debited']);
  });

  it.each([
    ['another look of the batch', ['2', '1'], ['debited', 'refunded']],
    ['the look itself', ['1'], ['refunded']],
  ])('gives back what a grant of %s has repaid of an overdraft', async (_, ticketIds, states) => {
    const policy = { ...DEFAULT_POLICY, overdraftCredits: 2 };
    expect(await look(['1'], 0, {}, policy)).toEqual(['debited']);
    const command = buildCommand({ kind: 'refund', reason: 'hotfix' });
    expect(await look(ticketIds, 1, { '1': command }, policy)).toEqual(states);
    const { rows } = await pool.query('select remaining_credits from support_credits.grants');
    expect(rows).toEqual([{ remaining_credits: 1 }]);
  });
});
