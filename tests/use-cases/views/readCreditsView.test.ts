import { creditsViewSchema } from '../../../src/contract/creditsView';
import { readCreditsView } from '../../../src/use-cases/views/readCreditsView';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import type { World } from '../world';
import { openWorld } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', {
    spendCents: 24_300,
    partnerLevel: undefined,
    packs: [
      { billingItemId: '77', pricelistId: '105', boughtAt: '2026-11-01T00:00:00.000Z', paidUntil: undefined },
    ],
  });
  world.desk.addTicket({ id: '7' });
});
afterEach(() => world.close());

const queuedJobs = async () =>
  (await world.pool.query<{ key: string }>('select key from graphile_worker.jobs order by key')).rows.map(
    (row) => row.key,
  );

async function readView(ticketId = '7') {
  const view = await readCreditsView(world.deps, ticketId);
  if (!view.ok) throw new Error(view.reason);
  expect(creditsViewSchema.parse(view.value)).toEqual(view.value);
  return view.value;
}

describe('readCreditsView', () => {
  it('shows the client, the balance, the charge and the entries', async () => {
    await reconcileTicket(world.deps, '7');
    const view = await readView();
    expect(view).toMatchObject({
      ticket: { id: '7', line: 'tech', creditState: 'debited', reason: 'charged', answer: null },
      identity: {
        kind: 'client',
        grade: 'verified_email',
        billingAccountId: '1001',
        accountName: 'Example GmbH',
      },
      balance: {
        availableCredits: 6,
        earnedCredits: 2,
        boughtCredits: 5,
        usedCredits: 1,
        returnedCredits: 0,
      },
      spend: { spendCents: 24_300, centsToNextCredit: 5_700, centsPerCredit: 10_000 },
      isBillingReachable: true,
    });
    expect(view.entries.map((entry) => entry.key)).toEqual([
      'debit:zt_7:0',
      'grant:pack:77:lifetime',
      'grant:spend:1001:2',
      'grant:spend:1001:1',
    ]);
  });

  it('shows a ticket that was never looked at without a state, and asks for a look', async () => {
    const view = await readView();
    expect(view).toMatchObject({ ticket: { id: '7', line: 'tech', creditState: null }, balance: null });
    expect(await queuedJobs()).toEqual(['reconcile_ticket:7']);
  });

  it('refuses a ticket that the helpdesk does not have', async () => {
    expect(await readCreditsView(world.deps, '404')).toEqual({ ok: false, reason: 'ticket_not_found' });
  });

  it('says why the requester is no known client', async () => {
    world.billing.clients.set('client@client.test', { kind: 'several' });
    await reconcileTicket(world.deps, '7');
    expect(await readView()).toMatchObject({
      identity: { kind: 'refused', reason: 'ambiguous_client' },
      balance: null,
      isBillingReachable: true,
    });
  });

  it('shows the last known data, and that billing is down', async () => {
    await reconcileTicket(world.deps, '7');
    world.billing.isDown = true;
    world.desk.addTicket({ id: '8' });
    await reconcileTicket(world.deps, '8');
    expect(await readView('8')).toMatchObject({
      ticket: { creditState: 'pending' },
      balance: { availableCredits: 6 },
      isBillingReachable: false,
    });
  });

  it('shows nothing of a client who was never read while billing is down', async () => {
    world.billing.isDown = true;
    await reconcileTicket(world.deps, '7');
    expect(await readView()).toMatchObject({ identity: { kind: 'unavailable' }, isBillingReachable: false });
  });

  it('shows the answer to the last command', async () => {
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'recheck' } });
    await reconcileTicket(world.deps, '7');
    expect((await readView()).ticket.answer).toMatchObject({
      action: 'recheck',
      outcome: 'done',
      refusal: null,
    });
  });
});
