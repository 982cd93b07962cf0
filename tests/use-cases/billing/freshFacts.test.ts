import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import { bringRequesterInLine } from '../../../src/use-cases/bringRequesterInLine';
import { recheckTicket } from '../../../src/use-cases/recheckTicket';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { buildPack } from '../../domain/builders';
import type { World } from '../world';
import { openWorld } from '../world';

const EMAIL = 'client@client.test';

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', EMAIL, { spendCents: 20_000 });
});
afterEach(() => world.close());

async function lookAt(ticketId: string) {
  if (!world.desk.tickets.has(ticketId)) world.desk.addTicket({ id: ticketId });
  return reconcileTicket(world.deps, ticketId);
}

const takeJobs = async () => {
  const { rows } = await world.pool.query<{ key: string }>(
    'delete from graphile_worker._private_jobs returning key',
  );
  return rows.map((row) => row.key);
};

/** What billing was asked since the last time. */
const takeAsked = () => world.billing.asked.splice(0);

describe('a look at a ticket, on facts that were read before', () => {
  it('charges on fresh facts without asking billing again', async () => {
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
    expect(takeAsked()).toEqual([EMAIL, '1001']);
    world.clock.advance(59_999);
    expect(await lookAt('2')).toMatchObject({ creditState: 'debited' });
    expect(takeAsked()).toEqual([]);
    world.clock.advance(1);
    await lookAt('3');
    expect(takeAsked()).toEqual([EMAIL, '1001']);
  });

  it('R13: charges on fresh facts while billing is down, and leaves the charge pending when they are not', async () => {
    await lookAt('1');
    world.billing.isDown = true;
    world.clock.advance(59_000);
    expect(await lookAt('2')).toMatchObject({ creditState: 'debited', billing: 'answered' });
    world.clock.advance(1_000);
    expect(await lookAt('3')).toMatchObject({ creditState: 'pending', billing: 'billing_unreachable' });
  });

  it('R9: never holds a ticket for them: the pack bought a moment ago is found first', async () => {
    await lookAt('1');
    await lookAt('2');
    world.clock.advance(4_000);
    world.addClient('900', EMAIL, { spendCents: 20_000, packs: [buildPack({ pricelistId: '101' })] });
    expect(await lookAt('3')).toMatchObject({ creditState: 'debited', entryKeys: ['debit:zt_3:0'] });
  });

  it('asks billing at each look at a ticket that stays held, and shares a reading of the last seconds', async () => {
    world.addClient('900', EMAIL, {});
    expect(await lookAt('1')).toMatchObject({ creditState: 'held', reason: 'no_credits' });
    takeAsked();
    world.clock.advance(2_999);
    expect(await lookAt('2')).toMatchObject({ creditState: 'held' });
    expect(takeAsked()).toEqual([]);
    world.clock.advance(1);
    expect(await lookAt('1')).toMatchObject({ creditState: 'held' });
    expect(takeAsked()).toEqual([EMAIL, '1001']);
  });

  it('holds nobody for them while billing is down: the charge is pending', async () => {
    world.addClient('900', EMAIL, {});
    await lookAt('1');
    world.clock.advance(4_000);
    world.billing.isDown = true;
    expect(await lookAt('2')).toMatchObject({ creditState: 'pending' });
  });

  it('refuses no command for them', async () => {
    world.addClient('900', EMAIL, {});
    world.desk.addTicket({ id: '1', line: 'sales' });
    await lookAt('1');
    world.clock.advance(4_000);
    world.addClient('900', EMAIL, { spendCents: 10_000 });
    world.desk.ask('1', { id: 'a1', actorId: '500', action: { kind: 'debit' } });
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });

  it.each(['none', 'several'] as const)('always asks anew whether an e-mail is %s’s', async (kind) => {
    world.billing.clients.set(EMAIL, { kind });
    expect(await lookAt('1')).toMatchObject({ creditState: 'held' });
    world.billing.clients.set(EMAIL, { kind: 'one', billingAccountId: '1001' });
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });

  it('has what is shown at colleagues brought in line when it reads something new, and only then', async () => {
    world.addClient('901', 'colleague@client.test', { spendCents: 20_000 });
    world.desk.addTicket({ id: '9', requesterId: '901', line: 'sales' });
    await lookAt('9');
    await bringRequesterInLine(world.deps, '901');
    await takeJobs();
    world.clock.advance(60_000);
    await lookAt('1');
    expect(await takeJobs()).not.toContain('bring_requester_in_line:901');
    world.clock.advance(60_000);
    world.addClient('900', EMAIL, { spendCents: 25_000 });
    await lookAt('2');
    expect(await takeJobs()).toContain('bring_requester_in_line:901');
  });

  it('asks billing when an agent asks for another look, however shortly ago it was asked', async () => {
    world.addClient('900', EMAIL, {});
    expect(await lookAt('1')).toMatchObject({ creditState: 'held' });
    world.addClient('900', EMAIL, { packs: [buildPack({ pricelistId: '101' })] });
    world.desk.ask('1', { id: 'a1', actorId: '500', action: { kind: 'recheck' } });
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });

  it('asks billing when the sidebar asks for another look', async () => {
    await lookAt('1');
    takeAsked();
    world.clock.advance(1_000);
    await recheckTicket(world.deps, '1');
    await lookAt('1');
    expect(takeAsked()).toEqual(['1001']);
  });

  it('books what a reading brings once, when ten looks on two replicas meet', async () => {
    world.billing.whileReading = () => new Promise((resolve) => setTimeout(resolve, 20));
    const replica = { ...world.deps, factsMemory: buildFactsMemory(world.pool) };
    const ids = Array.from({ length: 10 }, (_, index) => String(index + 1));
    for (const id of ids) world.desk.addTicket({ id, line: 'sales' });
    await Promise.all(ids.map((id, index) => reconcileTicket(index % 2 ? replica : world.deps, id)));
    expect(world.billing.asked.filter((asked) => asked === '1001')).toHaveLength(1);
    const { balanceCredits } = await world.ledger.readTotals('1001');
    expect(balanceCredits).toBe(2);
    expect((await world.ledger.readEntries('1001', 10)).map((entry) => entry.key)).toEqual([
      'grant:spend:1001:2',
      'grant:spend:1001:1',
    ]);
  });

  it('asks billing although a clock that ran ahead has read it and found the client', async () => {
    world.clock.advance(24 * 3_600_000);
    await lookAt('1');
    world.clock.advance(-24 * 3_600_000);
    world.addClient('900', EMAIL, { spendCents: 40_000 });
    takeAsked();
    expect(await lookAt('2')).toMatchObject({ entryKeys: ['debit:zt_2:0'] });
    expect(takeAsked()).toEqual([EMAIL, '1001']);
    expect(await lookAt('3')).toMatchObject({ creditState: 'debited' });
    expect(takeAsked()).toEqual([]);
  });

  it('books nothing of a reading whose turn has passed to a replica that has read since', async () => {
    world.desk.addTicket({ id: '2', line: 'sales' });
    world.billing.whileReading = async () => {
      world.billing.whileReading = undefined;
      await world.pool.query(
        `update support_credits.billing_facts set leased_until = now() - interval '1 ms'`,
      );
      world.addClient('900', EMAIL, { spendCents: 40_000 });
      await reconcileTicket({ ...world.deps, factsMemory: buildFactsMemory(world.pool) }, '2');
      world.addClient('900', EMAIL, { spendCents: 20_000 });
    };
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited', entryKeys: ['debit:zt_1:0'] });
    const entries = await world.ledger.readEntries('1001', 10);
    expect(entries.filter((entry) => entry.kind === 'clawback')).toEqual([]);
    expect(await world.deps.factsMemory.recallFacts('1001')).toMatchObject({ facts: { spendCents: 40_000 } });
  });

  it('says that the account is being read elsewhere when that takes too long', async () => {
    const impatient = buildFactsMemory(world.pool, { leaseMs: 60_000, waitMs: 0, pollMs: 1 });
    world.desk.addTicket({ id: '2' });
    let second: unknown;
    world.billing.whileReading = async () => {
      second = await reconcileTicket({ ...world.deps, factsMemory: impatient }, '2');
    };
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
    expect(second).toMatchObject({ creditState: 'pending', billing: 'billing_busy' });
  });
});
