import { clientViewSchema } from '../../../src/contract/creditsView';
import { refreshAccount } from '../../../src/use-cases/billing/refreshAccount';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { readRequesterView } from '../../../src/use-cases/views/readRequesterView';
import { openWorld } from '../world';
import type { World } from '../world';

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', 'client@client.test', { spendCents: 24_300 });
});
afterEach(() => world.close());

async function readView(requesterId = '900') {
  const view = await readRequesterView(world.deps, requesterId);
  if (!view.ok) throw new Error(view.reason);
  expect(clientViewSchema.parse(view.value)).toEqual(view.value);
  return view.value;
}

const listJobs = async () =>
  (await world.pool.query<{ key: string }>('select key from graphile_worker.jobs order by key')).rows.map(
    (row) => row.key,
  );
const countEntries = async () =>
  (await world.pool.query('select 1 from support_credits.ledger_entries')).rowCount;

describe('readRequesterView', () => {
  it('shows a client whom the bridge knows, and what a new ticket would cost, without asking billing', async () => {
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    const asked = world.billing.asked.length;
    expect(await readView()).toMatchObject({
      identity: { kind: 'client', grade: 'verified_email', billingAccountId: '1001' },
      balance: { availableCredits: 1, earnedCredits: 2, usedCredits: 1 },
      handOver: { creditState: 'debited', reason: 'charged' },
      isBillingReachable: true,
    });
    expect(world.billing.asked).toHaveLength(asked);
  });

  it('has who was never seen read by a job, writes nothing itself, and shows the client once that was done', async () => {
    expect(await readView()).toMatchObject({
      identity: { kind: 'unavailable' },
      balance: null,
      handOver: null,
      isBillingReachable: true,
    });
    expect(await listJobs()).toEqual(['refresh_account:1001']);
    expect(await countEntries()).toBe(0);
    await refreshAccount(world.deps, '1001');
    expect(await readView()).toMatchObject({
      identity: { billingAccountId: '1001' },
      balance: { availableCredits: 2 },
      handOver: { creditState: 'debited' },
    });
  });

  it('has facts that are not fresh any more read again, and shows them meanwhile', async () => {
    await readView();
    await refreshAccount(world.deps, '1001');
    await world.pool.query('delete from graphile_worker._private_jobs');
    await readView();
    expect(await listJobs()).toEqual([]);
    world.clock.advance(61_000);
    expect(await readView()).toMatchObject({ balance: { availableCredits: 2 } });
    expect(await listJobs()).toEqual(['refresh_account:1001']);
  });

  it('follows a link at once', async () => {
    world.addClient('901', 'other@client.test', { billingAccountId: '1002', accountName: 'Other' });
    await readView('901');
    await refreshAccount(world.deps, '1002');
    world.desk.addUser({ id: '900', email: 'client@client.test', billingAccountId: '1002' });
    expect(await readView()).toMatchObject({ identity: { grade: 'linked', billingAccountId: '1002' } });
  });

  it.each([
    ['an e-mail of nobody', { email: 'nobody@client.test' }, 'unknown_client'],
    ['no e-mail', { email: undefined }, 'requester_without_email'],
    ['an unverified e-mail', { email: 'client@client.test', isEmailVerified: false }, 'unverified_email'],
    ['a link to no account', { billingAccountId: '4711' }, 'linked_account_unknown'],
    ['a link that is no number', { billingAccountId: 'Example' }, 'linked_account_unknown'],
  ])('says why a requester with %s is no known client', async (_what, user, reason) => {
    world.desk.addUser({ id: '900', ...user });
    expect(await readView()).toMatchObject({
      identity: { kind: 'refused', reason },
      balance: null,
      handOver: { creditState: 'held', reason },
      isBillingReachable: true,
    });
  });

  it('says that billing is away when nobody knows the requester', async () => {
    world.billing.isDown = true;
    expect(await readView()).toMatchObject({
      identity: { kind: 'unavailable' },
      isBillingReachable: false,
      handOver: { creditState: 'pending', reason: 'billing_unavailable' },
    });
    expect(await listJobs()).toEqual([]);
  });

  it('shows the last known data while billing is away', async () => {
    await readView();
    await refreshAccount(world.deps, '1001');
    world.billing.isDown = true;
    world.clock.advance(2 * 3_600_000);
    expect(await readView()).toMatchObject({
      identity: { billingAccountId: '1001' },
      balance: { availableCredits: 2 },
      isBillingReachable: false,
      handOver: { creditState: 'pending' },
    });
  });

  it('refuses a person whom the helpdesk does not have', async () => {
    expect(await readRequesterView(world.deps, '404')).toEqual({ ok: false, reason: 'requester_not_found' });
  });
});
