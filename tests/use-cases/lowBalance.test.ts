import { decideGivenGrant } from '../../src/domain/credits/decideGivenGrant';
import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

jest.setTimeout(60_000);

let world: World;

beforeEach(async () => {
  world = await openWorld();
  earn(2);
});
afterEach(() => world.close());

const earn = (credits: number) =>
  world.addClient('900', 'client@client.test', { spendCents: credits * 10_000 });

/** A new ticket of the client, charged and brought in line; answers the tags it got. */
async function charge(ticketId: string): Promise<string[]> {
  world.desk.addTicket({ id: ticketId });
  await reconcileTicket(world.deps, ticketId);
  await bringTicketInLine(world.deps, ticketId);
  return world.desk.lowBalanceTags.get(ticketId) ?? [];
}

async function refund(ticketId: string): Promise<void> {
  const action = { kind: 'refund', reason: 'hotfix' } as const;
  world.desk.ask(ticketId, { id: `refund ${ticketId}`, actorId: '500', action });
  await reconcileTicket(world.deps, ticketId);
  await bringTicketInLine(world.deps, ticketId);
}

describe('a client whose credits run low', () => {
  it('is told at the ticket whose debit left one credit, and at the one that left none', async () => {
    earn(3);
    expect(await charge('1')).toEqual([]);
    expect(await charge('2')).toEqual(['low']);
    expect(await charge('3')).toEqual(['out']);
    expect(await charge('4')).toEqual([]);
  });

  it('is not told again when a credit goes back and is taken again, but after a grant', async () => {
    expect(await charge('1')).toEqual(['low']);
    expect(await charge('2')).toEqual(['out']);
    await refund('2');
    expect(await charge('3')).toEqual([]);
    earn(3);
    expect(await charge('4')).toEqual(['out']);
  });

  it('is told again when an operator gave credits', async () => {
    expect(await charge('1')).toEqual(['low']);
    const { balanceAfter } = await give(1);
    expect(balanceAfter).toBe(2);
    expect(await charge('2')).toEqual(['low']);
  });

  it('is told once when the answer of the tag was lost, and the note is not repeated', async () => {
    world.desk.addTicket({ id: '1' });
    await reconcileTicket(world.deps, '1');
    const { tagLowBalance } = world.desk;
    world.desk.tagLowBalance = async (ticketId, level) => {
      await tagLowBalance.call(world.desk, ticketId, level);
      throw new Error('the answer was lost');
    };
    await expect(bringTicketInLine(world.deps, '1')).rejects.toThrow('lost');
    world.desk.tagLowBalance = tagLowBalance;
    expect(await bringTicketInLine(world.deps, '1')).toBe('updated');
    expect(await bringTicketInLine(world.deps, '1')).toBe('nothing_to_do');
    expect(world.desk.lowBalanceTags.get('1')).toEqual(['low']);
    expect(world.desk.notes).toHaveLength(1);
  });

  it('is told nothing any more when credits came before the ticket could say it', async () => {
    world.desk.addTicket({ id: '1' });
    await reconcileTicket(world.deps, '1');
    expect(await world.ledger.readStoredTicket('1')).toMatchObject({ lowBalance: 'low' });
    await give(5);
    await bringTicketInLine(world.deps, '1');
    expect(world.desk.lowBalanceTags.size).toBe(0);
  });

  it('is told once of each threshold, however many debits run at once', async () => {
    earn(12);
    const ticketIds = Array.from({ length: 15 }, (_, index) => String(index + 1));
    for (const id of ticketIds) world.desk.addTicket({ id });
    await Promise.all(ticketIds.map((id) => reconcileTicket(world.deps, id)));
    for (const id of ticketIds) await bringTicketInLine(world.deps, id);
    expect([...world.desk.lowBalanceTags.values()].flat().sort()).toEqual(['low', 'out']);
  });
});

/** As an operator's `grant` does. */
async function give(amountCredits: number) {
  const now = world.clock.now().toISOString();
  const actor = { kind: 'operator', name: 'anna' } as const;
  const key = `grant:goodwill:case-${amountCredits}`;
  const given = {
    key,
    source: 'goodwill',
    amountCredits,
    expiresAt: undefined,
    reason: 'sorry',
    actor,
  } as const;
  const outcome = await world.ledger.appendDecided({ billingAccountId: '1001', occurredAt: now }, (ledger) =>
    decideGivenGrant(given, ledger, now),
  );
  if (outcome.kind !== 'appended') throw new Error(`not appended: ${outcome.kind}`);
  return outcome;
}
