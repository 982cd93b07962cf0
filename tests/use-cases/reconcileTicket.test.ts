import { AdapterError } from '../../src/use-cases/ports/AdapterError';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', { spendCents: 24_300 });
});
afterEach(() => world.close());

const balance = async () => (await world.ledger.readTotals('1001')).balanceCredits;

describe('reconcileTicket', () => {
  it('debits a technical ticket once, however often it is asked', async () => {
    world.desk.addTicket({ id: '7' });
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({
      kind: 'decided',
      creditState: 'debited',
      entryKeys: ['debit:zt_7:0'],
    });
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({ creditState: 'debited', entryKeys: [] });
    expect(await balance()).toBe(1);
  });

  it('decides on nothing that was read long ago: a process that stood still reads again', async () => {
    world.desk.addTicket({ id: '7' });
    const { readUser } = world.desk;
    world.desk.readUser = async (userId) => {
      world.clock.advance(5 * 60_000);
      return readUser.call(world.desk, userId);
    };
    await expect(reconcileTicket(world.deps, '7')).rejects.toMatchObject({
      code: 'ticket_busy',
      retry: true,
    });
    world.desk.readUser = readUser;
    await expect(reconcileTicket(world.deps, '7')).resolves.toMatchObject({ creditState: 'debited' });
  });

  it('keeps with a debit what its ticket is about, and when it was submitted unless it was handed over', async () => {
    world.desk.addTicket({ id: '7', topic: 'install', product: 'vmmanager' });
    world.desk.addTicket({ id: '8', line: 'sales', topic: 'pay' });
    for (const ticketId of ['7', '8']) await reconcileTicket(world.deps, ticketId);
    world.desk.change('8', { line: 'tech', topic: 'update' });
    await reconcileTicket(world.deps, '8');
    const { rows } = await world.pool.query(
      `select ticket_id, topic, product, submitted_at from support_credits.ledger_entries
        where kind = 'debit' order by ticket_id`,
    );
    expect(rows).toEqual([
      {
        ticket_id: '7',
        topic: 'install',
        product: 'vmmanager',
        submitted_at: new Date('2026-11-22T09:00:00.000Z'),
      },
      { ticket_id: '8', topic: 'update', product: '', submitted_at: null },
    ]);
  });

  it('finds a ticket that was deleted meanwhile gone, and a closed one closed, and writes nothing', async () => {
    world.desk.addTicket({ id: '8', status: 'closed' });
    expect(await reconcileTicket(world.deps, '7')).toEqual({ kind: 'ticket_gone' });
    expect(await reconcileTicket(world.deps, '8')).toEqual({ kind: 'ticket_closed' });
    expect((await world.pool.query('select 1 from support_credits.ticket_states')).rowCount).toBe(0);
  });

  it.each([
    ['unknown_client', { email: 'nobody@client.test', isEmailVerified: true }],
    ['unverified_email', { email: 'client@client.test', isEmailVerified: false }],
    ['requester_without_email', { email: undefined, isEmailVerified: false }],
  ])('holds the ticket for the agent: %s', async (reason, user) => {
    world.desk.addUser({ id: '901', ...user });
    world.desk.addTicket({ id: '7', requesterId: '901' });
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({ creditState: 'held', reason });
  });

  it('holds the ticket of a client whose account billing no longer has', async () => {
    world.billing.accounts.delete('1001');
    world.desk.addTicket({ id: '7' });
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({ reason: 'unknown_client' });
  });

  it('holds the ticket of a requester who was deleted', async () => {
    world.desk.addTicket({ id: '7', requesterId: '902' });
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({ reason: 'requester_without_email' });
  });

  it('R13: leaves the charge pending while billing is down, and settles it by itself when asked again', async () => {
    world.desk.addTicket({ id: '7' });
    world.billing.isDown = true;
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({
      creditState: 'pending',
      reason: 'billing_unavailable',
      billing: 'billing_unreachable',
    });
    world.billing.isDown = false;
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({ creditState: 'debited' });
    expect(await balance()).toBe(1);
  });

  it.each([
    [true, 'warn', 'billing_unavailable'],
    [false, 'error', 'billing_misconfigured'],
  ] as const)(
    'logs what billing failed with, and says on the ticket whether it can pass (%s)',
    async (retry, level, reason) => {
      world.desk.addTicket({ id: '7' });
      const message = 'BILLmanager answered func=expense with status 418';
      world.billing.failure = new AdapterError(message, { code: 'billing_odd', retry });
      expect(await reconcileTicket(world.deps, '7')).toMatchObject({ creditState: 'pending', reason });
      expect(world.lines).toEqual([
        {
          level,
          fields: { code: 'billing_odd', retry, asked: message },
          message: 'billing could not be read',
        },
      ]);
      world.billing.failure = undefined;
      expect(await reconcileTicket(world.deps, '7')).toMatchObject({ creditState: 'debited' });
    },
  );

  it('charges on facts read before only as long ago as the policy allows', async () => {
    const billing = { ...world.deps.policy.billing, chargeMaxAgeSeconds: 300 };
    const deps = { ...world.deps, policy: { ...world.deps.policy, billing } };
    world.desk.addTicket({ id: '7', line: 'sales' });
    await reconcileTicket(deps, '7');
    world.billing.isDown = true;
    world.desk.addTicket({ id: '8' });
    world.desk.addTicket({ id: '9' });
    world.clock.advance(299_000);
    expect(await reconcileTicket(deps, '8')).toMatchObject({ creditState: 'debited' });
    world.clock.advance(1_000);
    expect(await reconcileTicket(deps, '9')).toMatchObject({ creditState: 'pending' });
  });

  it('returns a credit while billing is down, and records the agent found in the audits', async () => {
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    world.billing.isDown = true;
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'software_defect' } });
    expect(await reconcileTicket(world.deps, '7')).toMatchObject({ creditState: 'refunded' });
    expect(await balance()).toBe(2);
    const { rows } = await world.pool.query(
      "select actor from support_credits.ledger_entries where kind = 'refund'",
    );
    expect(rows).toEqual([{ actor: { kind: 'agent', id: '500' } }]);
  });

  it('R7: refuses a command of an agent who was removed, or is none any more, before it was looked at', async () => {
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
    world.desk.users.delete('500');
    await reconcileTicket(world.deps, '7');
    expect(await world.ledger.readAnswer('a1')).toMatchObject({ refusal: 'actor_not_agent' });
    world.desk.addUser({ id: '500', isAgent: false });
    world.desk.ask('7', { id: 'a2', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
    await reconcileTicket(world.deps, '7');
    expect(await world.ledger.readAnswer('a2')).toMatchObject({ refusal: 'actor_not_agent' });
    expect(await balance()).toBe(1);
  });

  it('refuses a command whose author is no agent', async () => {
    world.desk.addTicket({ id: '7' });
    await reconcileTicket(world.deps, '7');
    world.desk.ask('7', { id: 'a1', actorId: '900', action: { kind: 'refund', reason: 'goodwill' } });
    await reconcileTicket(world.deps, '7');
    expect((await world.ledger.readStoredTicket('7'))?.answer).toMatchObject({
      outcome: 'refused',
      refusal: 'actor_not_agent',
    });
    expect(await balance()).toBe(1);
  });
});
