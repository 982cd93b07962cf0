import { buildLedger } from '../../src/adapters/postgres/buildLedger';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', {});
});
afterEach(() => world.close());

const earn = (credits: number) =>
  world.addClient('900', 'client@client.test', { spendCents: credits * 10_000 });

/** Tickets 1 to `count` of the client, each held a second after the one before it; ids of two digits are compared too. */
async function holdTickets(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => String(index + 1));
  for (const id of ids) {
    world.desk.addTicket({ id });
    await reconcileTicket(world.deps, id);
    world.clock.advance(1_000);
  }
  await finishJobs();
  return ids;
}

const stateOf = async (ticketId: string) => (await world.ledger.readStoredTicket(ticketId))?.state;

async function listDebited(ids: readonly string[]): Promise<string[]> {
  const states = await Promise.all(ids.map(stateOf));
  return ids.filter((_, index) => states[index]?.creditState === 'debited');
}

/** Looks that wait in the queue, taken out of it. */
async function takeQueuedLooks(): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string }>(
    `delete from graphile_worker._private_jobs where key like 'reconcile_ticket:%' returning payload ->> 'ticketId' as id`,
  );
  return rows.map((row) => row.id);
}
const finishJobs = () => world.pool.query('delete from graphile_worker._private_jobs');

/** Works off the looks that looks ask for; bounded, so that two tickets that ask for each other fail the test. */
async function workOff(): Promise<string[]> {
  const looked: string[] = [];
  for (let round = 0; round < 50; round += 1) {
    const ids = await takeQueuedLooks();
    if (ids.length === 0) return looked;
    for (const id of ids) await reconcileTicket(world.deps, id);
    looked.push(...ids);
  }
  throw new Error('The looks never ended.');
}

describe('R12: tickets held for want of credits', () => {
  it('gives one new credit to exactly the oldest of ten, however many are looked at at once', async () => {
    const ids = await holdTickets(10);
    earn(1);
    await Promise.all([...ids].reverse().map((id) => reconcileTicket(world.deps, id)));
    await workOff();
    expect(await listDebited(ids)).toEqual(['1']);
    expect((await world.ledger.readTotals('1001')).balanceCredits).toBe(0);
  });

  it('does so too when two replicas look at them at once', async () => {
    const ids = await holdTickets(10);
    earn(3);
    const other = { ...world.deps, ledger: buildLedger(world.pool, world.clock) };
    const looks = [...ids].reverse().map((id, index) => reconcileTicket(index % 2 ? other : world.deps, id));
    await Promise.all(looks);
    await workOff();
    expect(await listDebited(ids)).toEqual(['1', '2', '3']);
  });

  it('settles the three oldest with three credits, one look leading to the next', async () => {
    const ids = await holdTickets(10);
    earn(3);
    await reconcileTicket(world.deps, '10');
    expect(await stateOf('10')).toMatchObject({ creditState: 'held' });
    expect(await workOff()).toEqual(['1', '2', '3']);
    expect(await listDebited(ids)).toEqual(['1', '2', '3']);
  });

  it('never lets a new ticket overtake those that wait, and asks for a look at the oldest', async () => {
    await holdTickets(2);
    earn(1);
    world.desk.addTicket({ id: '50' });
    expect(await reconcileTicket(world.deps, '50')).toMatchObject({
      creditState: 'held',
      reason: 'no_credits',
    });
    await workOff();
    expect(await listDebited(['1', '2', '50'])).toEqual(['1']);
  });

  it('serves a new ticket at once when there is enough for all who wait as well', async () => {
    await holdTickets(2);
    earn(3);
    world.desk.addTicket({ id: '50' });
    expect(await reconcileTicket(world.deps, '50')).toMatchObject({ creditState: 'debited' });
    await workOff();
    expect(await listDebited(['1', '2', '50'])).toEqual(['1', '2', '50']);
  });

  it('takes an agent who asks for the charge of one ticket at the word', async () => {
    await holdTickets(3);
    earn(1);
    world.desk.ask('3', { id: 'a1', actorId: '500', action: { kind: 'debit' } });
    expect(await reconcileTicket(world.deps, '3')).toMatchObject({ creditState: 'debited' });
  });

  it('gives a returned credit to the ticket that waits', async () => {
    earn(1);
    world.desk.addTicket({ id: '1' });
    await reconcileTicket(world.deps, '1');
    world.desk.addTicket({ id: '2' });
    await reconcileTicket(world.deps, '2');
    await finishJobs();
    world.desk.ask('1', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'software_defect' } });
    await reconcileTicket(world.deps, '1');
    expect(await workOff()).toEqual(['2']);
    expect(await listDebited(['2'])).toEqual(['2']);
  });

  it('passes over a ticket that was closed while it waited', async () => {
    await holdTickets(2);
    world.desk.change('1', { status: 'closed' });
    earn(1);
    await reconcileTicket(world.deps, '2');
    expect(await workOff()).toEqual(['1', '2']);
    expect(await listDebited(['2'])).toEqual(['2']);
  });

  it('moves those up who waited behind a ticket that has got another requester', async () => {
    await holdTickets(2);
    earn(1);
    world.addClient('902', 'other@client.test', { billingAccountId: '1002' });
    world.desk.change('1', { requesterId: '902' });
    await reconcileTicket(world.deps, '1');
    // The look itself finds the credit in billing, and booking it asks for a look at whoever waits for it.
    expect(await workOff()).toEqual(['2', '2']);
    expect(await listDebited(['2'])).toEqual(['2']);
  });

  it('ends although two tickets wait for credits that are there while billing is down', async () => {
    await holdTickets(2);
    world.deps.policy = { ...world.deps.policy, overdraftCredits: 5 };
    world.billing.isDown = true;
    await reconcileTicket(world.deps, '1');
    expect(await workOff()).toEqual([]);
  });
});

describe('R13: a held ticket while billing is down', () => {
  it('stays held with its reason, stays the client’s, and gets no second note', async () => {
    await holdTickets(1);
    await bringTicketInLine(world.deps, '1');
    world.billing.isDown = true;
    expect(await reconcileTicket(world.deps, '1')).toMatchObject({
      creditState: 'held',
      reason: 'no_credits',
      billing: 'billing_unreachable',
    });
    expect(await bringTicketInLine(world.deps, '1')).toBe('nothing_to_do');
    expect((await world.ledger.readStoredTicket('1'))?.identity).toMatchObject({ billingAccountId: '1001' });
  });

  it('keeps why a stranger’s ticket is held, though nothing is known of the stranger', async () => {
    world.desk.addUser({ id: '901', email: 'no@body.test' });
    world.desk.addTicket({ id: '1', requesterId: '901' });
    await reconcileTicket(world.deps, '1');
    world.billing.isDown = true;
    expect(await reconcileTicket(world.deps, '1')).toMatchObject({ reason: 'unknown_client' });
    expect((await world.ledger.readStoredTicket('1'))?.identity).toEqual({
      kind: 'refused',
      reason: 'unknown_client',
    });
  });

  it('becomes pending when the ticket has got another requester meanwhile', async () => {
    await holdTickets(1);
    world.addClient('902', 'other@client.test', { billingAccountId: '1002' });
    world.desk.change('1', { requesterId: '902' });
    world.billing.isDown = true;
    expect(await reconcileTicket(world.deps, '1')).toMatchObject({ creditState: 'pending' });
  });
});
