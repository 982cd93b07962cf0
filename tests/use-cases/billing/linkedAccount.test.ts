import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { buildFacts } from '../../domain/builders';
import type { World } from '../world';
import { openWorld } from '../world';

const EMAIL = 'client@client.test';

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', EMAIL, { spendCents: 10_000 });
  world.billing.accounts.set('2002', buildFacts({ billingAccountId: '2002', spendCents: 30_000 }));
});
afterEach(() => world.close());

const link = (billingAccountId: string | undefined, user = {}) =>
  world.desk.addUser({ id: '900', email: EMAIL, billingAccountId, ...user });
async function lookAt(ticketId: string) {
  if (!world.desk.tickets.has(ticketId)) world.desk.addTicket({ id: ticketId });
  return reconcileTicket(world.deps, ticketId);
}
const identityOf = async (ticketId: string) => (await world.ledger.readStoredTicket(ticketId))?.identity;

describe('a requester linked to an account of billing', () => {
  it('is that account’s client, whatever account the e-mail would lead to', async () => {
    link('2002');
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
    expect(await identityOf('1')).toEqual({ kind: 'client', grade: 'linked', billingAccountId: '2002' });
    expect((await world.ledger.readTotals('2002')).usedCredits).toBe(1);
    expect(world.billing.asked).toEqual(['2002']);
  });

  it.each([
    ['has no e-mail', { email: undefined }],
    ['has not verified the e-mail', { isEmailVerified: false }],
  ])('is believed though the requester %s', async (_what, user) => {
    link('2002', user);
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });

  it('settles what two accounts with one e-mail had held', async () => {
    world.billing.clients.set(EMAIL, { kind: 'several' });
    expect(await lookAt('1')).toMatchObject({ creditState: 'held', reason: 'ambiguous_client' });
    link('2002');
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });

  it('is another account’s from the next look on, however fresh the facts are', async () => {
    await lookAt('1');
    expect(await identityOf('1')).toMatchObject({ grade: 'verified_email', billingAccountId: '1001' });
    link('2002');
    await lookAt('2');
    expect(await identityOf('2')).toMatchObject({ grade: 'linked', billingAccountId: '2002' });
    link(undefined);
    world.desk.addTicket({ id: '3', line: 'sales' });
    await lookAt('3');
    expect(await identityOf('3')).toMatchObject({ grade: 'verified_email', billingAccountId: '1001' });
  });

  it.each(['77', 'ACME', '2002 or 2003', '-1', '0', '9'.repeat(40)])(
    'is held when the link names no account: %s',
    async (text) => {
      link(text);
      expect(await lookAt('1')).toMatchObject({ creditState: 'held', reason: 'linked_account_unknown' });
      expect(await identityOf('1')).toEqual({ kind: 'refused', reason: 'linked_account_unknown' });
    },
  );

  it('R13: is pending while billing is down, for nobody knows yet whether the account is there', async () => {
    link('2002');
    world.billing.isDown = true;
    expect(await lookAt('1')).toMatchObject({ creditState: 'pending' });
    world.billing.isDown = false;
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });

  it('leaves no trace of an account that is not there', async () => {
    link('77');
    await lookAt('1');
    const { rows } = await world.pool.query('select 1 from support_credits.billing_facts');
    expect(rows).toEqual([]);
  });
});

describe('a policy that charges linked clients only', () => {
  it('holds who is known by e-mail until the link is written', async () => {
    world.deps.policy = { ...world.deps.policy, identity: { chargeGrades: ['linked'] } };
    expect(await lookAt('1')).toMatchObject({ creditState: 'held', reason: 'link_required' });
    expect(await identityOf('1')).toMatchObject({ kind: 'client', grade: 'verified_email' });
    link('1001');
    expect(await lookAt('1')).toMatchObject({ creditState: 'debited' });
  });
});
