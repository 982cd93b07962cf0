import { buildSignMemory } from '../../src/adapters/postgres/buildSignMemory';
import { buildSweepMemory } from '../../src/adapters/postgres/buildSweepMemory';
import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import { AdapterError } from '../../src/use-cases/ports/AdapterError';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { reportUnexplained } from '../../src/use-cases/reportUnexplained';
import { sweepTickets } from '../../src/use-cases/sweepTickets';
import { FakeChangedTickets } from './fakeChangedTickets';
import type { World } from './world';
import { openWorld } from './world';

const MINUTE_MS = 60_000;
const BOUNDED = { maxPages: 5 };

let world: World;
let changedTickets: FakeChangedTickets;

beforeEach(async () => {
  world = await openWorld();
  changedTickets = new FakeChangedTickets();
  world.addClient('900', 'client@client.test', { spendCents: 100_000 });
});
afterEach(() => world.close());

const toDeps = () => ({ ...world.deps, changedTickets, sweepMemory: buildSweepMemory(world.pool) });
const now = () => world.clock.now().toISOString();
const changeNow = (...ids: string[]) => ids.forEach((id) => changedTickets.change(id, now()));
const sweep = (plan: Partial<Parameters<typeof sweepTickets>[1]> = {}) =>
  sweepTickets(toDeps(), { ...BOUNDED, ...plan });

/** Takes the jobs that wait out of the queue: ids of the tickets to look at. */
async function takeLooks(): Promise<string[]> {
  const { rows } = await world.pool.query<{ key: string }>(
    'delete from graphile_worker._private_jobs returning key',
  );
  return rows
    .map(({ key }) => /^reconcile_ticket:(.*)$/.exec(key)?.[1])
    .filter((id) => id !== undefined)
    .sort();
}

/** Looks at the ticket and brings it in line, as the jobs do; a write of ours is a change like any other. */
async function lookAt(id: string): Promise<void> {
  await reconcileTicket(world.deps, id);
  const outcome = await bringTicketInLine(world.deps, id);
  if (outcome === 'updated') changeNow(id);
}

describe('sweepTickets', () => {
  it('asks for a look at each ticket that changed, behind the looks that events asked for', async () => {
    changeNow('1', '2', '3');
    expect(await sweep()).toEqual({ end: 'caught_up', pageCount: 2, ticketCount: 3, lookCount: 3 });
    const { rows } = await world.pool.query<{ priority: number }>(
      'select priority from graphile_worker.jobs',
    );
    expect(rows.map(({ priority }) => priority > 0)).toEqual([true, true, true]);
    expect(await takeLooks()).toEqual(['1', '2', '3']);
  });

  it('finds what changed after a decision that a clock running ahead has stamped', async () => {
    const rightNow = Date.now();
    world.clock.time = new Date(rightNow + 60 * MINUTE_MS);
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    await takeLooks();
    world.clock.time = new Date(rightNow + 10 * MINUTE_MS);
    changeNow('7');
    await sweep();
    expect(await takeLooks()).toEqual(['7']);
  });

  it('keeps when it ended and up to when all changes were seen', async () => {
    const readSigns = () => buildSignMemory(world.pool).readSigns();
    changeNow('1', '2', '3');
    await sweep({ from: now() });
    expect(await readSigns()).toMatchObject({ sweepEndedAt: undefined, sweepReachedAt: undefined });
    await sweep({ maxPages: 1 });
    expect(await readSigns()).toMatchObject({ sweepEndedAt: now(), sweepReachedAt: now() });
    world.clock.advance(10 * MINUTE_MS);
    await sweep();
    const reachedAt = new Date(world.clock.now().getTime() - MINUTE_MS).toISOString();
    expect(await readSigns()).toMatchObject({ sweepEndedAt: now(), sweepReachedAt: reachedAt });
  });

  it('goes on where the last sweep stopped, also in another replica', async () => {
    changeNow('1', '2', '3');
    await sweep();
    await takeLooks();
    changeNow('4');
    expect(await sweepTickets(toDeps(), BOUNDED)).toMatchObject({ ticketCount: 1 });
    expect(await takeLooks()).toEqual(['4']);
  });

  it('begins an hour before the first sweep of all, and there again while nothing has changed', async () => {
    const startAt = new Date(world.clock.now().getTime() - 60 * MINUTE_MS).toISOString();
    await sweep();
    world.clock.advance(5 * 60 * MINUTE_MS);
    await sweep();
    expect(changedTickets.asked).toEqual([{ startAt }, { startAt }]);
  });

  it('stops at its bound of pages and goes on in the next run', async () => {
    changeNow('1', '2', '3', '4', '5');
    expect(await sweep({ maxPages: 2 })).toMatchObject({ end: 'page_bound', ticketCount: 4 });
    expect(await sweep({ maxPages: 2 })).toMatchObject({ end: 'caught_up', ticketCount: 1 });
    expect(await takeLooks()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('repeats a page when it dies between reading and moving on, and each ticket is looked at once', async () => {
    changeNow('1', '2');
    const deps = toDeps();
    const dying = {
      ...deps,
      sweepMemory: {
        ...deps.sweepMemory,
        movePosition: async () => {
          throw new AdapterError('gone', { code: 'database_unavailable', retry: true });
        },
      },
    };
    await expect(sweepTickets(dying, BOUNDED)).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(await sweep()).toMatchObject({ ticketCount: 2, lookCount: 0 });
    expect(await takeLooks()).toEqual(['1', '2']);
  });

  it('never moves the position back when a faster sweep went on', async () => {
    changeNow('1', '2', '3', '4', '5', '6');
    changedTickets.whileReading = async () => {
      changedTickets.whileReading = undefined;
      await sweepTickets(toDeps(), { maxPages: 2 });
    };
    expect(await sweep()).toMatchObject({ end: 'caught_up', pageCount: 2, ticketCount: 4 });
    expect(await takeLooks()).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(await sweep()).toMatchObject({ ticketCount: 0 });
  });

  it('ends when it is told to wait, and loses nothing', async () => {
    changeNow('1', '2', '3');
    changedTickets.busyFor = 1;
    expect(await sweep()).toMatchObject({ end: 'told_to_wait', pageCount: 0 });
    expect(await sweep()).toMatchObject({ end: 'caught_up', ticketCount: 3 });
  });

  it('waits as long as it is told where it can wait, but not for ever', async () => {
    changeNow('1', '2', '3');
    changedTickets.busyFor = 2;
    const waitedMs: number[] = [];
    const wait = async (ms: number) => void waitedMs.push(ms);
    expect(await sweep({ wait })).toMatchObject({ end: 'caught_up', ticketCount: 3 });
    expect(waitedMs).toEqual([60_000, 60_000]);
    changedTickets.busyFor = Infinity;
    expect(await sweep({ wait })).toMatchObject({ end: 'told_to_wait' });
  });

  it('starts at a given time without touching the common position', async () => {
    changeNow('1', '2');
    await sweep();
    await takeLooks();
    const startAt = '2020-01-01T00:00:00.000Z';
    expect(await sweep({ from: startAt })).toMatchObject({ ticketCount: 2, lookCount: 2 });
    changeNow('3');
    expect(await sweep()).toMatchObject({ ticketCount: 1 });
  });

  it('mends a ticket whose event was lost, and sweeps the settled account to no look at all', async () => {
    world.desk.addTicket({ id: '1' });
    changeNow('1');
    world.clock.advance(MINUTE_MS);
    const looks: string[][] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      await sweep();
      const taken = await takeLooks();
      looks.push(taken);
      for (const id of taken) await lookAt(id);
      await takeLooks();
      world.clock.advance(MINUTE_MS);
    }
    // Once for the change, once for the bridge's own write; that look writes nothing, so nothing comes of it.
    expect(looks).toEqual([['1'], ['1'], [], [], []]);
    expect(world.desk.tickets.get('1')?.creditState).toBe('debited');
    expect(world.desk.updateCount).toBe(1);
    expect((await world.ledger.readTotals('1001')).usedCredits).toBe(1);
  });

  it('finds nothing to look at among tickets that were decided well after their change', async () => {
    world.desk.addTicket({ id: '1' });
    changeNow('1');
    world.clock.advance(5 * MINUTE_MS - 1);
    await reconcileTicket(world.deps, '1');
    await takeLooks();
    expect(await sweep({ from: '2020-01-01T00:00:00.000Z' })).toMatchObject({ lookCount: 1 });
    await takeLooks();
    world.clock.advance(1);
    await reconcileTicket(world.deps, '1');
    await takeLooks();
    expect(await sweep({ from: '2020-01-01T00:00:00.000Z' })).toMatchObject({ ticketCount: 1, lookCount: 0 });
  });

  it('asks for a look at tickets that were closed or deleted, of which no event tells', async () => {
    changedTickets.change('1', now(), { isOpen: false });
    expect(await sweep()).toMatchObject({ lookCount: 1 });
  });
});

describe('reportUnexplained', () => {
  const report = () => reportUnexplained(toDeps());
  const lastLine = () => world.lines.at(-1);

  it('is silent but for one line while everything is accounted for', async () => {
    expect(await report()).toEqual({ count: 0, ticketIds: [] });
    expect(lastLine()).toMatchObject({ level: 'info', fields: { count: 0 } });
  });

  it('warns of open technical tickets that were not decided a quarter of an hour after a sweep saw them', async () => {
    for (let id = 1; id <= 7; id += 1) changeNow(String(id));
    changedTickets.change('8', now(), { line: 'sales' });
    changedTickets.change('9', now(), { isOpen: false });
    await sweep();
    world.clock.advance(15 * MINUTE_MS);
    expect((await report()).count).toBe(0);
    world.clock.advance(1);
    expect(await report()).toEqual({ count: 7, ticketIds: ['1', '2', '3', '4', '5'] });
    expect(lastLine()).toMatchObject({ level: 'warn', fields: { count: 7 } });
  });

  it('counts from the first sweep that saw the ticket', async () => {
    changeNow('1');
    await sweep();
    world.clock.advance(15 * MINUTE_MS + 1);
    changeNow('1');
    await sweep();
    expect((await report()).count).toBe(1);
  });

  it('forgets a ticket that was decided, closed or handed to client care', async () => {
    world.desk.addTicket({ id: '1' });
    changeNow('1', '2', '3');
    await sweep();
    await reconcileTicket(world.deps, '1');
    changedTickets.change('2', now(), { isOpen: false });
    changedTickets.change('3', now(), { line: 'sales' });
    await sweep();
    world.clock.advance(16 * MINUTE_MS);
    expect((await report()).count).toBe(0);
    expect((await world.pool.query('select 1 from support_credits.undecided_tickets')).rowCount).toBe(0);
  });

  it('warns of a technical ticket that is decided to be free', async () => {
    world.desk.addTicket({ id: '1', line: 'sales' });
    await reconcileTicket(world.deps, '1');
    expect((await report()).count).toBe(0);
    await world.pool.query("update support_credits.ticket_states set line = 'tech'");
    expect(await report()).toEqual({ count: 1, ticketIds: ['1'] });
  });
});
