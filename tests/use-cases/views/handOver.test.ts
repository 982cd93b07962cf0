import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { readCreditsView } from '../../../src/use-cases/views/readCreditsView';
import { openWorld } from '../world';
import type { World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const readHandOver = async () => {
  const view = await readCreditsView(world.deps, '7');
  if (!view.ok) throw new Error(view.reason);
  return view.value.handOver;
};

const addClient = (facts: Partial<AccountFacts>) => world.addClient('900', 'client@client.test', facts);

/** Client care looks at ticket 7, then hands it over. */
async function handOver() {
  world.desk.change('7', { line: 'tech' });
  await reconcileTicket(world.deps, '7');
  return (await world.ledger.readStoredTicket('7'))?.state;
}

describe('what handing over would do', () => {
  it.each<[string, () => void | Promise<void>, object]>([
    [
      'a credit is left',
      () => addClient({ spendCents: 10_000 }),
      { creditState: 'debited', reason: 'charged' },
    ],
    ['none is left', () => addClient({ spendCents: 9_999 }), { creditState: 'held', reason: 'no_credits' }],
    [
      'the client is a partner',
      () => addClient({ partnerLevel: 'Gold' }),
      { creditState: 'waived', reason: 'partner' },
    ],
    [
      'billing does not know the requester',
      () => world.desk.addUser({ id: '900', email: 'unknown@client.test' }),
      { creditState: 'held', reason: 'unknown_client' },
    ],
    [
      'billing cannot be asked and nothing is known',
      () => {
        addClient({ spendCents: 10_000 });
        world.billing.isDown = true;
      },
      { creditState: 'pending', reason: 'billing_unavailable' },
    ],
    [
      'other tickets have waited longer for the only credit',
      async () => {
        addClient({});
        world.desk.addTicket({ id: '3' });
        await reconcileTicket(world.deps, '3');
        await world.ledger.appendDecided(
          { billingAccountId: '1001', occurredAt: '2026-11-22T12:00:00.000Z' },
          () => ({
            ok: true,
            value: [
              {
                kind: 'grant',
                key: 'given:1',
                source: 'goodwill',
                amountCredits: 1,
                isPaid: false,
                effectiveAt: '2026-11-22T12:00:00.000Z',
                expiresAt: undefined,
                repays: [],
                proof: { reason: 'sorry' },
                actor: { kind: 'operator', name: 'Ann' },
                spendStep: undefined,
              },
            ],
          }),
        );
      },
      { creditState: 'held', reason: 'no_credits' },
    ],
  ])('is told as it then happens: %s', async (_what, arrange, expected) => {
    await arrange();
    world.desk.addTicket({ id: '7', line: 'sales' });
    await reconcileTicket(world.deps, '7');
    expect(await readHandOver()).toEqual(expected);
    expect(await handOver()).toEqual(expected);
  });

  it('is nothing more when the problem is paid for already', async () => {
    addClient({ spendCents: 10_000 });
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    expect(await readHandOver()).toBeNull();
    world.desk.histories.set('7', {
      lineChanges: [
        { line: 'tech', at: '2026-11-22T09:00:00.000Z', actorId: '500' },
        { line: 'sales', at: '2026-11-22T11:00:00.000Z', actorId: '500' },
      ],
      agentReplies: [{ at: '2026-11-22T10:00:00.000Z', authorId: '500' }],
    });
    world.desk.change('7', { line: 'sales' });
    await reconcileTicket(world.deps, '7');
    expect(await readHandOver()).toEqual({ creditState: 'debited', reason: 'charged' });
  });

  it('costs a credit again after a hand-back that returned it', async () => {
    addClient({ spendCents: 10_000 });
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    world.desk.histories.set('7', {
      lineChanges: [
        { line: 'tech', at: '2026-11-22T09:00:00.000Z', actorId: '500' },
        { line: 'sales', at: '2026-11-22T11:00:00.000Z', actorId: '500' },
      ],
    });
    world.desk.change('7', { line: 'sales' });
    await reconcileTicket(world.deps, '7');
    expect((await world.ledger.readStoredTicket('7'))?.state).toMatchObject({ creditState: 'refunded' });
    expect(await readHandOver()).toEqual({ creditState: 'debited', reason: 'charged' });
  });

  it('writes nothing and queues nothing', async () => {
    addClient({ spendCents: 10_000 });
    world.desk.addTicket({ id: '7', line: 'sales' });
    await reconcileTicket(world.deps, '7');
    const count = async () =>
      (
        await world.pool.query(`select (select count(*) from support_credits.ledger_entries) as entries,
          (select count(*) from support_credits.ticket_states) as states, (select count(*) from graphile_worker.jobs) as jobs`)
      ).rows;
    const before = await count();
    await readHandOver();
    expect(await count()).toEqual(before);
  });
});
