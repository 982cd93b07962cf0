import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { settleWaitingTickets } from '../../src/use-cases/settleWaitingTickets';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.billing.isDown = true;
  for (const id of ['1', '2', '3']) {
    world.addClient(`90${id}`, `client${id}@client.test`, { billingAccountId: `100${id}` });
    world.desk.addTicket({ id, requesterId: `90${id}` });
    await reconcileTicket(world.deps, id);
    world.clock.advance(1_000);
  }
  await finishJobs();
});
afterEach(() => world.close());

const finishJobs = () => world.pool.query('delete from graphile_worker._private_jobs');
const readJobs = async () =>
  (
    await world.pool.query<{ key: string; priority: number; attempts: number }>(
      'select key, priority, attempts from graphile_worker.jobs order by key',
    )
  ).rows;

describe('settleWaitingTickets', () => {
  it('lets tickets take turns although the same ones wait longest, and never a look comes of it', async () => {
    const taken: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      world.clock.advance(60_000);
      await settleWaitingTickets(world.deps, 2);
      taken.push((await readJobs()).map((job) => job.key.replace('reconcile_ticket:', '')).join());
      await finishJobs();
    }
    expect(taken[0]).toBe('1,2');
    expect(new Set(taken.slice(0, 2).join().split(','))).toEqual(new Set(['1', '2', '3']));
    expect(new Set(taken.slice(2).join().split(','))).toEqual(new Set(['1', '2', '3']));
  });

  it.each([
    ['closed', () => world.desk.change('1', { status: 'closed' })],
    ['gone', () => world.desk.tickets.delete('1')],
  ])('forgets a ticket that a look finds %s', async (endedAs, end) => {
    end();
    await reconcileTicket(world.deps, '1');
    expect(await settleWaitingTickets(world.deps, 10)).toEqual({ queued: 2 });
    const { rows } = await world.pool.query(
      "select waiting_since, ended_as from support_credits.ticket_states where ticket_id = '1'",
    );
    expect(rows).toEqual([{ waiting_since: null, ended_as: endedAs }]);
  });

  it('lets a ticket that was restored wait again', async () => {
    const ticket = world.desk.tickets.get('1')!;
    world.desk.tickets.delete('1');
    await reconcileTicket(world.deps, '1');
    world.desk.addTicket(ticket);
    await reconcileTicket(world.deps, '1');
    expect(await settleWaitingTickets(world.deps, 10)).toEqual({ queued: 3 });
  });

  it('queues its looks behind those that events asked for, and an event makes such a look urgent', async () => {
    await settleWaitingTickets(world.deps, 1);
    const [settling] = await readJobs();
    await world.queue.queueReconcile('1');
    const [asked] = await readJobs();
    expect(settling?.priority).toBeGreaterThan(asked!.priority);
  });

  it('leaves a look that waits alone: its attempts, its pause and its urgency', async () => {
    await world.queue.queueReconcile('1');
    await world.pool.query(
      "update graphile_worker._private_jobs set attempts = 3, run_at = now() + interval '1 hour'",
    );
    expect(await settleWaitingTickets(world.deps, 10)).toEqual({ queued: 2 });
    expect((await readJobs())[0]).toEqual({ key: 'reconcile_ticket:1', priority: 0, attempts: 3 });
  });
});
