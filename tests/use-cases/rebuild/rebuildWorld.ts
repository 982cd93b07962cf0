import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { bringTicketInLine } from '../../../src/use-cases/bringTicketInLine';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { buildRebuild } from '../../../src/use-cases/rebuild/buildRebuild';
import type { RebuildReport } from '../../../src/use-cases/rebuild/buildRebuild';
import { sweepTickets } from '../../../src/use-cases/sweepTickets';
import { FakeChangedTickets } from '../fakeChangedTickets';
import { runQueuedLooks } from '../runQueuedLooks';
import { openWorld } from '../world';
import type { World } from '../world';

/** The same helpdesk, billing and time, with an empty ledger. */
export function openLostWorld({ desk, billing, clock }: World): Promise<World> {
  return openWorld({ desk, billing, clock });
}

/** A look at the ticket, those that it leads to, and what the tickets then say. */
export async function lookAndShow(world: World, ticketId: string): Promise<void> {
  await reconcileTicket(world.deps, ticketId);
  const looked = await runQueuedLooks(world);
  for (const each of new Set([ticketId, ...looked])) await bringTicketInLine(world.deps, each);
}

/** `support-credits sweep --from … --rebuild` over these tickets, then the looks that it asks for. */
export async function rebuild(world: World, ticketIds: readonly string[]): Promise<RebuildReport> {
  const report = await sweepAndRestore(world, ticketIds);
  const looked = await runQueuedLooks(world);
  for (const ticketId of new Set(looked)) await bringTicketInLine(world.deps, ticketId);
  return report;
}

/** The sweep alone: the looks wait. */
export async function sweepAndRestore(world: World, ticketIds: readonly string[]): Promise<RebuildReport> {
  const { deps, desk, pool, clock } = world;
  const changedTickets = new FakeChangedTickets();
  changedTickets.pageSize = 7;
  const changedAt = clock.now().toISOString();
  for (const id of ticketIds) {
    const ticket = desk.tickets.get(id);
    if (ticket === undefined) continue;
    const { line, creditState, status } = ticket;
    changedTickets.change(id, changedAt, { line, creditState, isOpen: status !== 'closed' });
  }
  const restoring = buildRebuild(deps, () => Promise.reject(new Error('nothing fails')));
  await sweepTickets(
    { changedTickets, sweepMemory: buildSweepMemory(pool), clock },
    { maxPages: 1_000, from: '2026-01-01T00:00:00.000Z', beforeLooks: restoring.takePage },
  );
  return restoring.report;
}

/** An entry as far as it is a fact about the ticket, told without its time. */
export type ToldEntry = {
  problem_id: string;
  key: string;
  kind: string;
  amount_credits: number;
  reason: string;
  account: string;
  actor: string;
};

/** What the ledger says of each problem, in its order; of tickets whose id begins with `prefix`. */
export async function readProblems({ pool }: World, prefix = ''): Promise<ToldEntry[]> {
  const { rows } = await pool.query<ToldEntry>(
    `select entry.problem_id, entry.key, entry.kind, entry.amount_credits, entry.reason,
            account.billing_account_id as account, entry.actor::text as actor
       from support_credits.ledger_entries entry
       join support_credits.credit_accounts account on account.id = entry.credit_account_id
      where entry.kind in ('debit', 'waiver', 'refund') and starts_with(entry.problem_id, $1)
      order by entry.problem_id, entry.id`,
    [`zt_${prefix}`],
  );
  return rows;
}

/** The balance of each account. */
export async function readBalances({ pool }: World): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ id: string; credits: number }>(
    'select billing_account_id as id, balance_credits as credits from support_credits.credit_accounts order by 1',
  );
  return Object.fromEntries(rows.map(({ id, credits }) => [id, credits]));
}
