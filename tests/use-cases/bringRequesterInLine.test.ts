import { bringRequesterInLine } from '../../src/use-cases/bringRequesterInLine';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', { spendCents: 24_300 });
  world.desk.addTicket({ id: '7' });
  world.desk.addTicket({ id: '8' });
});
afterEach(() => world.close());

const bringInLine = () => bringRequesterInLine(world.deps, '900');

describe('bringRequesterInLine', () => {
  it('writes the balance as it is now, whichever ticket led to it, and nothing the second time', async () => {
    await reconcileTicket(world.deps, '7');
    await reconcileTicket(world.deps, '8');
    expect(await bringInLine()).toBe('updated');
    expect(world.desk.userFields.get('900')).toMatchObject({
      credits: 0,
      spendCents: 24_300,
      isPartner: false,
      billingAccountId: '1001',
    });
    expect(await bringInLine()).toBe('nothing_to_do');
    expect(world.desk.userUpdateCount).toBe(1);
  });

  it('is queued once for a requester, however many tickets were decided', async () => {
    await reconcileTicket(world.deps, '7');
    await reconcileTicket(world.deps, '8');
    const { rows } = await world.pool.query<{ key: string; payload: unknown }>(
      "select key, payload from graphile_worker._private_jobs where key like 'bring_requester%'",
    );
    expect(rows).toEqual([{ key: 'bring_requester_in_line:900', payload: { requesterId: '900' } }]);
  });

  it('writes again when something differs, but not for a later hour of the same day', async () => {
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    world.clock.time = new Date('2026-11-22T23:02:00.000Z');
    world.addClient('900', 'client@client.test', { spendCents: 24_300, readAt: '2026-11-22T23:00:00.000Z' });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('nothing_to_do');
    world.addClient('900', 'client@client.test', { spendCents: 24_301, readAt: '2026-11-22T23:01:00.000Z' });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('updated');
  });

  it('writes a requester once a minute at most, and then what is right by then', async () => {
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    world.clock.advance(20_000);
    await reconcileTicket(world.deps, '8');
    await world.pool.query('delete from graphile_worker._private_jobs');
    expect(await bringInLine()).toBe('put_off');
    const { rows } = await world.pool.query(
      'select round(extract(epoch from run_at - created_at))::int as wait_seconds from graphile_worker.jobs',
    );
    expect(rows).toEqual([{ wait_seconds: 40 }]);
    world.clock.advance(39_999);
    expect(await bringInLine()).toBe('put_off');
    world.clock.advance(1);
    expect(await bringInLine()).toBe('updated');
    expect(world.desk.userFields.get('900')).toMatchObject({ credits: 0 });
    expect(world.desk.userUpdateCount).toBe(2);
  });

  it('looks once more when it stood still while it wrote: others may have written what was newer', async () => {
    await reconcileTicket(world.deps, '7');
    await world.pool.query('delete from graphile_worker._private_jobs');
    const { updateUserFields } = world.desk;
    world.desk.updateUserFields = async (...given) => {
      world.clock.advance(10 * 60_000);
      return updateUserFields.apply(world.desk, given);
    };
    expect(await bringInLine()).toBe('updated');
    const { rows } = await world.pool.query('select key from graphile_worker.jobs');
    expect(rows).toEqual([{ key: 'bring_requester_in_line:900' }]);
  });

  it('leaves the fields of a requester who is no client alone', async () => {
    world.billing.clients.clear();
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('unknown');
    expect(world.desk.userFields.size).toBe(0);
  });

  it('clears what a link led to when it is removed and the e-mail is nobody’s', async () => {
    world.desk.addUser({ id: '900', email: 'stranger@client.test', billingAccountId: '1001' });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('updated');
    await world.pool.query('delete from graphile_worker._private_jobs');
    world.clock.advance(60_000);
    world.desk.addUser({ id: '900', email: 'stranger@client.test' });
    await reconcileTicket(world.deps, '8');
    const { rows } = await world.pool.query<{ key: string }>('select key from graphile_worker._private_jobs');
    expect(rows.map(({ key }) => key)).toContain('bring_requester_in_line:900');
    expect(await bringInLine()).toBe('updated');
    expect(world.desk.userFields.size).toBe(0);
    expect(await bringInLine()).toBe('unknown');
  });

  it('ends with a user who vanished', async () => {
    await reconcileTicket(world.deps, '7');
    world.desk.users.delete('900');
    expect(await bringInLine()).toBe('gone');
  });
});
