import { bringRequesterInLine } from '../../../src/use-cases/bringRequesterInLine';
import { noteAccountChange } from '../../../src/use-cases/billing/noteAccountChange';
import { readCreditsView } from '../../../src/use-cases/views/readCreditsView';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { refreshAccount } from '../../../src/use-cases/billing/refreshAccount';
import { buildPack } from '../../domain/builders';
import type { World } from '../world';
import { openWorld } from '../world';

const EMAIL = 'client@client.test';

let world: World;

beforeEach(async () => {
  world = await openWorld({ isCaching: true });
  world.addClient('900', EMAIL, { spendCents: 10_000 });
});
afterEach(() => world.close());

async function lookAt(ticketId: string) {
  if (!world.desk.tickets.has(ticketId)) world.desk.addTicket({ id: ticketId });
  return reconcileTicket(world.deps, ticketId);
}

/** Keys of the jobs that wait, taken out of the queue. */
async function takeJobs(): Promise<string[]> {
  const { rows } = await world.pool.query<{ key: string }>(
    'delete from graphile_worker._private_jobs returning key',
  );
  return rows.map((row) => row.key).sort();
}
const buyOne = () =>
  world.addClient('900', EMAIL, { spendCents: 10_000, packs: [buildPack({ pricelistId: '101' })] });

describe('noteAccountChange', () => {
  it('queues one reading, however often the news come, and makes what was read before count as stale', async () => {
    await lookAt('1');
    await takeJobs();
    world.clock.advance(1_000);
    expect(await noteAccountChange(world.deps, '1001')).toBe('queued');
    expect(await noteAccountChange(world.deps, '1001')).toBe('queued');
    expect(await takeJobs()).toEqual(['refresh_account:1001']);
    world.billing.asked.length = 0;
    await lookAt('2');
    expect(world.billing.asked).toContain('1001');
  });

  it('has nothing to do for an account that nobody here belongs to', async () => {
    expect(await noteAccountChange(world.deps, '77')).toBe('unknown_account');
    expect(await takeJobs()).toEqual([]);
  });

  it('does not let a reading that began before the news count as fresh', async () => {
    world.billing.whileReading = async () => {
      world.clock.advance(1);
      await noteAccountChange(world.deps, '1001');
    };
    await lookAt('1');
    world.billing.whileReading = undefined;
    world.billing.asked.length = 0;
    await lookAt('2');
    expect(world.billing.asked).toEqual(['1001']);
  });
});

describe('refreshAccount', () => {
  it('books what was bought, once, and has the tickets that wait and the people looked at', async () => {
    await lookAt('1');
    await bringRequesterInLine(world.deps, '900');
    expect(await lookAt('2')).toMatchObject({ creditState: 'held' });
    await takeJobs();
    buyOne();
    world.clock.advance(1_000);
    await noteAccountChange(world.deps, '1001');
    await takeJobs();
    expect(await refreshAccount(world.deps, '1001')).toBe('read');
    expect(await refreshAccount(world.deps, '1001')).toBe('remembered');
    expect(await takeJobs()).toEqual(['bring_requester_in_line:900', 'reconcile_ticket:2']);
    expect((await world.ledger.readTotals('1001')).boughtCredits).toBe(1);
    world.clock.advance(59_000);
    expect(await bringRequesterInLine(world.deps, '900')).toBe('updated');
    expect(await lookAt('2')).toMatchObject({ creditState: 'debited' });
  });

  it('takes back what a returned payment had earned', async () => {
    world.desk.addTicket({ id: '1', line: 'sales' });
    await lookAt('1');
    world.clock.advance(60_000);
    const returned = { loweredCents: 10_000, payments: [{ id: '6', why: 'refund' as const }] };
    world.addClient('900', EMAIL, { spendCents: 0, returned });
    await refreshAccount(world.deps, '1001');
    expect((await world.ledger.readTotals('1001')).balanceCredits).toBe(0);
  });

  it('has a pending charge looked at when billing answers again', async () => {
    await lookAt('1');
    world.clock.advance(60_000);
    world.billing.isDown = true;
    expect(await lookAt('2')).toMatchObject({ creditState: 'pending' });
    await takeJobs();
    await expect(refreshAccount(world.deps, '1001')).rejects.toMatchObject({ code: 'billing_unreachable' });
    world.billing.isDown = false;
    await refreshAccount(world.deps, '1001');
    expect(await takeJobs()).toContain('reconcile_ticket:2');
  });

  it('forgets an account that billing has no more', async () => {
    await lookAt('1');
    world.clock.advance(60_000);
    world.billing.accounts.clear();
    expect(await refreshAccount(world.deps, '1001')).toBe('gone');
    expect(await noteAccountChange(world.deps, '1001')).toBe('unknown_account');
  });
});

describe('readCreditsView, on facts that were read before', () => {
  const view = async () => {
    const read = await readCreditsView(world.deps, '1');
    if (!read.ok) throw new Error(read.reason);
    return read.value;
  };

  it('shows fresh facts without asking for more', async () => {
    await lookAt('1');
    await takeJobs();
    world.clock.advance(59_999);
    expect(await view()).toMatchObject({ billingReadAt: '2026-11-22T12:00:00.000Z' });
    expect(await takeJobs()).toEqual([]);
  });

  it('shows stale facts at once with their age, and queues a reading', async () => {
    await lookAt('1');
    await takeJobs();
    world.clock.advance(60_000);
    world.billing.asked.length = 0;
    expect(await view()).toMatchObject({
      billingReadAt: '2026-11-22T12:00:00.000Z',
      now: '2026-11-22T12:01:00.000Z',
      spend: { spendCents: 10_000 },
    });
    expect(world.billing.asked).toEqual([]);
    expect(await takeJobs()).toEqual(['refresh_account:1001']);
  });

  it('does not keep asking while billing is away', async () => {
    await lookAt('1');
    world.clock.advance(60_000);
    world.billing.isDown = true;
    await expect(refreshAccount(world.deps, '1001')).rejects.toMatchObject({ retry: true });
    await takeJobs();
    world.clock.advance(59_999);
    expect(await view()).toMatchObject({ isBillingReachable: false });
    expect(await takeJobs()).toEqual([]);
    world.clock.advance(1);
    await view();
    expect(await takeJobs()).toEqual(['refresh_account:1001']);
  });
});
