import { buildFigures } from '../../../src/adapters/postgres/figures/buildFigures';
import { buildRequestLimits } from '../../../src/adapters/postgres/buildRequestLimits';
import { queueTicketJobs } from '../../../src/adapters/postgres/worker/queueJobs';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { openWorld } from '../../use-cases/world';
import type { World } from '../../use-cases/world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
});
afterEach(() => world.close());

const read = () => buildFigures(world.pool).readFigures(world.clock.now().toISOString());

describe('buildFigures', () => {
  it('has nothing to say of a bridge that has done nothing yet', async () => {
    const figures = await read();
    expect(figures).toMatchObject({
      queue: [],
      billing: undefined,
      pauses: [],
      paces: [],
      verified: undefined,
    });
    expect(figures.work.every(({ count }) => count === 0)).toBe(true);
  });

  it('tells jobs that could run from those that run later and those that were given up', async () => {
    await queueTicketJobs(world.pool, [
      { job: 'reconcile_ticket', ticketId: '1' },
      { job: 'reconcile_ticket', ticketId: '2' },
      { job: 'reconcile_ticket', ticketId: '3', waitMs: 3_600_000 },
      { job: 'reconcile_ticket', ticketId: '4' },
      { job: 'reconcile_ticket', ticketId: '5' },
      { job: 'bring_ticket_in_line', ticketId: '5' },
    ]);
    const set = (change: string, ticketId: string) =>
      world.pool.query(`update graphile_worker._private_jobs set ${change} where key = $1`, [
        `reconcile_ticket:${ticketId}`,
      ]);
    await set(`run_at = now() - interval '90 s'`, '1');
    await set('attempts = max_attempts', '4');
    // Laid aside by the queue: a newer one does what it had to.
    await set('attempts = max_attempts, key = null', '5');
    const { queue } = await read();
    const of = (task: string) => queue.find((each) => each.task === task);
    expect(of('reconcile_ticket')).toMatchObject({ ready: 2, later: 1, running: 0, givenUp: 1 });
    expect(of('reconcile_ticket')!.oldestReadySeconds).toBeGreaterThanOrEqual(90);
    expect(of('bring_ticket_in_line')).toMatchObject({ ready: 1, later: 0, givenUp: 0 });
  });

  it('counts what waits and what somebody has to look at, and says how old the data of billing is', async () => {
    world.addClient('900', 'rich@client.test', { billingAccountId: '1001', spendCents: 10_000 });
    world.addClient('901', 'poor@client.test', { billingAccountId: '1002', spendCents: 0 });
    world.desk.addTicket({ id: '7', requesterId: '900' });
    await reconcileTicket(world.deps, '7');
    world.clock.advance(60_000);
    world.desk.addTicket({ id: '8', requesterId: '901' });
    await reconcileTicket(world.deps, '8');
    world.clock.advance(30_000);
    const { work, billing } = await read();
    expect(work.find(({ kind }) => kind === 'held')).toEqual({ kind: 'held', count: 1 });
    expect(work.find(({ kind }) => kind === 'unexplained')).toEqual({ kind: 'unexplained', count: 0 });
    expect(billing).toEqual({ newestSeconds: 30, oldestSeconds: 90 });
  });

  it('tells of pauses without the ids that an address holds, and how far ahead places are taken', async () => {
    const limits = buildRequestLimits(world.pool);
    await limits.notePause('account', 5_000);
    await limits.notePause('PUT /api/v2/tickets/7.json', 60_000);
    await limits.notePause('PUT /api/v2/tickets/8.json', 90_000);
    await limits.takePlace({ name: 'zendesk_user_updates', perMinute: 1, burst: 1 }, 0);
    const { pauses, paces } = await read();
    expect(pauses.map(({ scope }) => scope).sort()).toEqual(['account', 'address']);
    expect(pauses.find(({ scope }) => scope === 'address')!.seconds).toBeGreaterThan(60);
    expect(paces).toEqual([{ name: 'zendesk_user_updates', aheadSeconds: expect.any(Number) }]);
    expect(paces[0]!.aheadSeconds).toBeGreaterThan(30);
  });
});
