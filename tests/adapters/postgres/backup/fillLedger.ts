import type { Pool } from 'pg';
import { buildRequestLimits } from '../../../../src/adapters/postgres/buildRequestLimits';
import { claimMode } from '../../../../src/adapters/postgres/claimMode';
import { addUpCounts } from '../../../../src/adapters/postgres/reports/addUpCounts';
import { buildWorkQueue } from '../../../../src/adapters/postgres/worker/buildWorkQueue';
import type { Command } from '../../../../src/domain/tickets/command';
import type { Ledger } from '../../../../src/use-cases/ports/ledger';
import { seedEveryKind } from '../../../helpers/database/seedEveryKind';
import { buildDecisionLog } from '../mixed-operations/decisionLog';
import type { Look } from '../mixed-operations/drawOperations';
import { performOperation } from '../mixed-operations/performOperation';
import { ACCOUNTS, timeAt } from '../mixed-operations/world';

/** The account with an entry of nearly every kind. */
export const ACCOUNT = 'of-every-kind';

const CLIENTS = ACCOUNTS.slice(0, 4);

/** What billing says changes there, up and down, so that credits are taken back too. */
const MOMENTS = [0, 200, 400, 600];

/**
 * Fills a ledger through the product's own code with entries of every kind, tickets that wait, answers to agents, counts, and a
 * job that a worker holds who is gone.
 */
export async function fillLedger(pool: Pool, ledger: Ledger): Promise<void> {
  await claimMode(pool, 'live');
  await seedEveryKind(ledger, ACCOUNT);
  const replica = { ledger, log: buildDecisionLog() };
  for (const index of MOMENTS) {
    const looks = CLIENTS.flatMap((account) => toLooks(account, index));
    const syncs = CLIENTS.map((account) => ({ kind: 'sync', account }) as const);
    for (const operation of [...syncs, ...looks]) {
      await performOperation(replica, operation, index, timeAt(index));
    }
  }
  await addUpCounts(pool);
  await seedEveryKind(ledger, `${ACCOUNT}-not-added-up`);
  await buildRequestLimits(pool).takePlace({ name: 'tickets', perMinute: 60, burst: 1 }, 0);
  await buildWorkQueue(pool).queueReconcile('7');
  await pool.query(`
    with job as (update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker-that-is-gone'
                  where key = 'reconcile_ticket:7' returning job_queue_id)
    update graphile_worker._private_job_queues set locked_at = now(), locked_by = 'worker-that-is-gone'
     where id = (select job_queue_id from job)`);
}

/** A debit, and what an agent asks for with it. */
function toLooks(account: string, index: number): Look[] {
  const ticketId = `${account}${index}`;
  const refund: Command = {
    id: `audit-${ticketId}`,
    action: { kind: 'refund', reason: 'goodwill' },
    actorId: '500',
    actorRole: 'admin',
    actorGroupIds: [],
  };
  const look = { kind: 'look', account, ticketId, line: 'tech', billing: 'booked' } as const;
  return [
    { ...look, command: undefined },
    { ...look, command: refund },
    { ...look, ticketId: `${ticketId}9`, command: undefined },
  ];
}
