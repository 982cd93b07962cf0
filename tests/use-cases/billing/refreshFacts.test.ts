import { buildFactsMemory } from '../../../src/adapters/postgres/buildFactsMemory';
import type { AccountFacts } from '../../../src/domain/accounts/accountFacts';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { bringRequesterInLine } from '../../../src/use-cases/bringRequesterInLine';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { refreshFacts } from '../../../src/use-cases/billing/refreshFacts';
import { buildFacts } from '../../domain/builders';
import type { World } from '../world';
import { openWorld } from '../world';

const BOUNDS = { limit: 10_000, atOnce: 2, budgetMs: 60_000 };

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
});
afterEach(() => world.close());

/** Accounts that were read two hours ago and have earned nothing by then. */
async function rememberAccounts(count: number, facts: Partial<AccountFacts> = {}): Promise<void> {
  for (let id = 1; id <= count; id += 1) {
    const billingAccountId = String(id);
    world.billing.accounts.set(billingAccountId, buildFacts({ ...facts, billingAccountId }));
  }
  await world.pool.query(
    `insert into support_credits.billing_facts (billing_account_id, facts, read_at, read_ms, asked_at, is_reachable)
     select id::text, $2::jsonb || jsonb_build_object('billingAccountId', id::text), $3, 0,
            $3::timestamptz + id * interval '1 ms', true
       from generate_series(1, $1) id`,
    [count, JSON.stringify(buildFacts({ readAt: '2026-11-22T10:00:00.000Z' })), '2026-11-22T10:00:00.000Z'],
  );
}

const countJobs = async () =>
  (
    await world.pool.query<{ key: string }>('delete from graphile_worker._private_jobs returning key')
  ).rows.map((row) => row.key);

describe('refreshFacts', () => {
  it('asks for each of 5,000 accounts once, two at a time, also when two replicas sweep at once', async () => {
    await rememberAccounts(5_000);
    let atWork = 0;
    let most = 0;
    world.billing.whileReading = async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
    };
    const replica = { ...world.deps, factsMemory: buildFactsMemory(world.pool) };
    const [one, other] = await Promise.all([refreshFacts(world.deps, BOUNDS), refreshFacts(replica, BOUNDS)]);
    expect(one.accountCount + other.accountCount).toBe(5_000);
    expect(new Set(world.billing.asked).size).toBe(5_000);
    expect(world.billing.asked).toHaveLength(5_000);
    expect(most).toBeLessThanOrEqual(4);
    expect(await refreshFacts(world.deps, BOUNDS)).toEqual({
      accountCount: 0,
      changedCount: 0,
      failureCount: 0,
    });
  }, 300_000);

  it('goes on in the next batch where a bounded one has stopped, longest ago first', async () => {
    await rememberAccounts(5);
    await refreshFacts(world.deps, { ...BOUNDS, atOnce: 1, limit: 3 });
    expect(world.billing.asked).toEqual(['1', '2', '3']);
    expect(await refreshFacts(world.deps, { ...BOUNDS, limit: 3 })).toMatchObject({ accountCount: 2 });
    expect(world.billing.asked.slice(3).sort()).toEqual(['4', '5']);
  });

  it('ends when its time is over', async () => {
    await rememberAccounts(5);
    world.billing.whileReading = () => world.clock.advance(1_000);
    const outcome = await refreshFacts(world.deps, { limit: 5, atOnce: 1, budgetMs: 3_000 });
    expect(outcome.accountCount).toBe(3);
  });

  it('never passes its limit, however many work at once', async () => {
    await rememberAccounts(5);
    expect(await refreshFacts(world.deps, { ...BOUNDS, atOnce: 4, limit: 2 })).toMatchObject({
      accountCount: 2,
    });
    expect(world.billing.asked).toHaveLength(2);
  });

  it('leaves alone who was asked about less than an hour ago', async () => {
    await rememberAccounts(1);
    world.clock.time = new Date('2026-11-22T11:00:00.001Z');
    expect(await refreshFacts(world.deps, BOUNDS)).toMatchObject({ accountCount: 0 });
    world.clock.advance(1);
    expect(await refreshFacts(world.deps, BOUNDS)).toMatchObject({ accountCount: 1 });
  });

  it('books what was earned meanwhile and brings the people in line where something changed', async () => {
    world.addClient('900', 'client@client.test', { spendCents: 10_000 });
    world.desk.addTicket({ id: '1', line: 'sales' });
    await reconcileTicket(world.deps, '1');
    await bringRequesterInLine(world.deps, '900');
    await countJobs();
    world.clock.advance(3_600_001);
    expect(await refreshFacts(world.deps, BOUNDS)).toMatchObject({ accountCount: 1, changedCount: 0 });
    expect(await countJobs()).toEqual([]);
    world.addClient('900', 'client@client.test', { spendCents: 20_000 });
    world.clock.advance(3_600_001);
    expect(await refreshFacts(world.deps, BOUNDS)).toMatchObject({ accountCount: 1, changedCount: 1 });
    expect(await countJobs()).toEqual(['bring_requester_in_line:900']);
    expect((await world.ledger.readTotals('1001')).earnedCredits).toBe(2);
  });

  it('takes billing for away after five failures, and asks the others first the next time', async () => {
    await rememberAccounts(8);
    world.billing.failure = new AdapterError('no answer', { code: 'billing_timeout', retry: true });
    expect(await refreshFacts(world.deps, { ...BOUNDS, atOnce: 1 })).toMatchObject({ failureCount: 5 });
    world.billing.failure = undefined;
    world.billing.asked.length = 0;
    await refreshFacts(world.deps, { ...BOUNDS, atOnce: 1 });
    expect(world.billing.asked).toEqual(['6', '7', '8']);
  });

  it('reads the others although six accounts cannot be read until somebody mends something', async () => {
    await rememberAccounts(8);
    world.billing.failure = new AdapterError('no rate', {
      code: 'billing_currency_unsupported',
      retry: false,
    });
    world.billing.whileReading = () => {
      if (world.billing.asked.length > 6) world.billing.failure = undefined;
    };
    expect(await refreshFacts(world.deps, { ...BOUNDS, atOnce: 1 })).toMatchObject({
      accountCount: 8,
      failureCount: 6,
    });
  });
});
