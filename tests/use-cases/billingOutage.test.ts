import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { settleWaitingTickets } from '../../src/use-cases/settleWaitingTickets';
import { runQueuedLooks } from './runQueuedLooks';
import type { World } from './world';
import { openWorld } from './world';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 100_000 });
  world.addClient('901', 'bert@client.test', { billingAccountId: '2002', spendCents: 20_000 });
  world.addClient('902', 'gold@client.test', { billingAccountId: '3003', partnerLevel: 'gold' });
});
afterEach(() => world.close());

const look = (ticketId: string) => reconcileTicket(world.deps, ticketId);
const stateOf = async (ticketId: string) =>
  (await world.ledger.readStoredTicket(ticketId))?.state.creditState ?? 'none';
const balance = async (account: string) => (await world.ledger.readTotals(account)).balanceCredits;

async function add(ticketId: string, requesterId: string): Promise<void> {
  world.desk.addTicket({ id: ticketId, requesterId });
  await look(ticketId);
}

/** What the minutely job does, and what follows from it. */
async function settle(): Promise<void> {
  await settleWaitingTickets(world.deps, 500);
  await runQueuedLooks(world);
}

async function countEntries(): Promise<Record<string, number>> {
  const { rows } = await world.pool.query<{ kind: string; count: number }>(
    "select kind, count(*)::integer as count from support_credits.ledger_entries where kind in ('debit', 'waiver', 'refund') group by 1",
  );
  return Object.fromEntries(rows.map((row) => [row.kind, row.count]));
}

describe('R13: an hour without billing', () => {
  it('R13: loses nothing and doubles nothing; every ticket is pending, then charged once', async () => {
    // given: one ticket charged before billing goes away
    await add('1', '900');
    world.billing.isDown = true;
    world.clock.advance(MINUTE_MS);

    // when: an hour of tickets, looks, a return by an agent, and a hand-back
    const ids = ['900', '901', '902'].flatMap((requesterId, person) =>
      Array.from({ length: 4 }, (_, index) => ({ id: String(10 * (person + 1) + index), requesterId })),
    );
    for (const { id, requesterId } of ids) {
      await add(id, requesterId);
      world.clock.advance(5 * MINUTE_MS);
      await settle();
    }
    for (const { id } of ids) expect(await stateOf(id)).toBe('pending');
    world.desk.ask('1', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
    await look('1');
    world.desk.change('10', { line: 'sales' });
    await look('10');
    expect(await countEntries()).toEqual({ debit: 1, refund: 1 });

    // then: back again, everything settles by itself, however often it is asked
    world.billing.isDown = false;
    for (let round = 0; round < 3; round += 1) {
      await settle();
      world.clock.advance(MINUTE_MS);
    }
    const states = await Promise.all(ids.map(async ({ id }) => [id, await stateOf(id)]));
    expect(Object.fromEntries(states)).toEqual({
      ...{ 10: 'free', 11: 'debited', 12: 'debited', 13: 'debited' },
      ...{ 20: 'debited', 21: 'debited', 22: 'held', 23: 'held' },
      ...{ 30: 'waived', 31: 'waived', 32: 'waived', 33: 'waived' },
    });
    expect(await countEntries()).toEqual({ debit: 6, refund: 1, waiver: 4 });
    expect([await balance('1001'), await balance('2002')]).toEqual([7, 0]);
  });

  it('R13: says on the ticket that the charge waits, and then that it was made, each once', async () => {
    world.billing.isDown = true;
    await add('7', '900');
    for (let minute = 0; minute < 60; minute += 10) {
      await settle();
      await bringTicketInLine(world.deps, '7');
      world.clock.advance(10 * MINUTE_MS);
    }
    world.billing.isDown = false;
    await settle();
    await bringTicketInLine(world.deps, '7');
    await bringTicketInLine(world.deps, '7');
    expect(world.desk.notes).toEqual(['pending:billing_unavailable:-', 'debited:charged:9']);
  });
});
