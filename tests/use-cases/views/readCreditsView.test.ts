import { creditsViewSchema } from '../../../src/contract/creditsView';
import type { CommandAction } from '../../../src/domain/tickets/command';
import { bringTicketInLine } from '../../../src/use-cases/bringTicketInLine';
import { readEntriesPage } from '../../../src/use-cases/views/readEntriesPage';
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

  it('says who may return a credit for what, and when client care is open', async () => {
    const { refundRules, care } = await readView();
    expect(refundRules.find(({ reason }) => reason === 'goodwill')).toEqual({
      reason: 'goodwill',
      isAllowed: true,
      roles: ['admin'],
      groupIds: [],
      perPersonPerDay: null,
      freePerDay: null,
    });
    expect(refundRules.filter(({ isAllowed }) => !isAllowed).map(({ reason }) => reason)).toEqual([
      'feature_request',
      'self_solved',
      'end_of_life',
      'server_fault',
    ]);
    // A Sunday in Moscow.
    expect(care).toEqual({ isOpen: false, changesAt: '2026-11-23T00:00:00.000Z', timeZone: 'Europe/Moscow' });
  });

  it('says when the client was told, once the ticket says it', async () => {
    await reconcileTicket(world.deps, '7');
    expect((await readView()).ticket.toldAt).toBeNull();
    const before = new Date().toISOString();
    await bringTicketInLine(world.deps, '7');
    const { toldAt } = (await readView()).ticket;
    expect([before, toldAt, new Date().toISOString()].sort()[1]).toBe(toldAt);
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
    await reconcileTicket(world.deps, '7');
    expect((await readView()).ticket).toMatchObject({ creditState: 'refunded', toldAt: null });
  });

  it('says who asked for a return that waits, whatever was asked since, until it is approved', async () => {
    const { refundReasons } = world.policy;
    const hotfix = { ...refundReasons.hotfix, freePerDay: 0 };
    const deps = { ...world.deps, policy: { ...world.policy, refundReasons: { ...refundReasons, hotfix } } };
    world.desk.addUser({ id: '501', isAgent: true });
    const ask = async (id: string, actorId: string, action: CommandAction) => {
      world.desk.ask('7', { id, actorId, action });
      await reconcileTicket(deps, '7');
    };
    await reconcileTicket(deps, '7');
    expect((await readView()).ticket.approval).toBeNull();
    await ask('a1', '500', { kind: 'refund', reason: 'hotfix' });
    await ask('a2', '501', { kind: 'recheck' });
    expect((await readView()).ticket).toMatchObject({
      answer: { action: 'recheck' },
      approval: { reason: 'hotfix', askedBy: '500', askedAt: '2026-11-22T12:00:00.000Z' },
    });
    await ask('a3', '501', { kind: 'approve' });
    expect((await readView()).ticket).toMatchObject({ creditState: 'refunded', approval: null });
  });

  it('has the cursor for older entries only when there are any', async () => {
    await reconcileTicket(world.deps, '7');
    expect((await readView()).entriesBefore).toBeNull();
    world.addClient('900', 'client@client.test', { spendCents: 124_300 });
    await reconcileTicket(world.deps, '7');
    const view = await readView();
    const request = { billingAccountId: '1001', limit: 50, beforeSeq: Number(view.entriesBefore) };
    const older = await readEntriesPage(world.deps, request);
    expect(view.entries).toHaveLength(10);
    expect(older.entries.map(({ key }) => key)).toEqual([
      'debit:zt_7:0',
      'grant:pack:77:lifetime',
      'grant:spend:1001:2',
      'grant:spend:1001:1',
    ]);
  });
});
