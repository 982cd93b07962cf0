import { buildWorkLists } from '../../src/adapters/postgres/buildWorkLists';
import { WORK_PAGE_KINDS } from '../../src/contract/workPage';
import type { WorkPageKind } from '../../src/contract/workPage';
import { readWorkCounts, readWorkPage } from '../../src/use-cases/readWorkList';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'anna@client.test', { spendCents: 20_000 });
  world.desk.addUser({ id: '901', email: 'nobody@client.test' });
});
afterEach(() => world.close());

const deps = () => ({ ...world.deps, workLists: buildWorkLists(world.pool) });
const read = (kind: WorkPageKind, after?: string, limit = 50) => readWorkPage(deps(), { kind, limit, after });
const ticketsOf = async (kind: WorkPageKind) => (await read(kind)).items.map(({ ticketId }) => ticketId);

async function look(ticketId: string, requesterId = '900'): Promise<void> {
  if (!world.desk.tickets.has(ticketId)) world.desk.addTicket({ id: ticketId, requesterId });
  await reconcileTicket(world.deps, ticketId);
  world.clock.advance(1_000);
}

describe('the pages of what there is to look at', () => {
  it('are empty when there is nothing, for every kind', async () => {
    const { counts } = await readWorkCounts(deps());
    expect(counts).toEqual(WORK_PAGE_KINDS.map((kind) => ({ kind, count: 0 })));
  });

  it('hold held tickets, of which only those of unknown requesters want a link, and pending ones', async () => {
    for (const ticketId of ['1', '2', '3']) await look(ticketId);
    await look('4', '901');
    world.billing.isDown = true;
    world.addClient('902', 'bert@client.test', { billingAccountId: '1002' });
    await look('5', '902');
    expect((await read('held')).items).toMatchObject([
      { ticketId: '3', reason: 'no_credits', billingAccountId: '1001', requesterId: '900' },
      { ticketId: '4', reason: 'unknown_client', billingAccountId: null, requesterId: '901' },
    ]);
    expect(await ticketsOf('link_to_make')).toEqual(['4']);
    expect(await read('pending')).toMatchObject({ count: 1, items: [{ ticketId: '5' }], next: null });
  });

  it('hold what agents asked for in vain, until they ask for something else or two weeks are over', async () => {
    for (const ticketId of ['1', '2']) {
      await look(ticketId);
      world.desk.ask(ticketId, { id: `a${ticketId}`, actorId: '500', action: { kind: 'debit' } });
      await look(ticketId);
    }
    expect((await read('refused_command')).items).toMatchObject([
      { ticketId: '1', action: 'debit', reason: 'already_charged' },
      { ticketId: '2', action: 'debit', reason: 'already_charged' },
    ]);
    world.desk.ask('1', { id: 'a3', actorId: '500', action: { kind: 'recheck' } });
    await look('1');
    expect(await ticketsOf('refused_command')).toEqual(['2']);
    world.clock.advance(15 * 86_400_000);
    expect(await ticketsOf('refused_command')).toEqual([]);
  });

  it('hold each account at its lowest threshold, with the ticket that brought it there', async () => {
    await look('1');
    expect((await read('low_account')).items).toMatchObject([{ ticketId: '1', credits: 1 }]);
    await look('2');
    expect((await read('low_account')).items).toMatchObject([
      { ticketId: '2', credits: 0, billingAccountId: '1001' },
    ]);
  });

  it('hold technical tickets that nothing accounts for, once a sweep saw them a quarter of an hour ago', async () => {
    const seenAt = world.clock.now();
    await world.pool.query(`insert into support_credits.undecided_tickets values ('8', $1), ('1', $1)`, [
      seenAt,
    ]);
    await look('1');
    expect(await ticketsOf('unexplained')).toEqual([]);
    world.clock.advance(16 * 60_000);
    expect((await read('unexplained')).items).toMatchObject([
      { ticketId: '8', since: seenAt.toISOString(), reason: null },
    ]);
  });

  it('follow each other without a gap or a repeat, oldest first', async () => {
    for (let id = 11; id <= 17; id += 1) await look(String(id), '901');
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await read('held', after, 3);
      expect(page.count).toBe(7);
      seen.push(...page.items.map(({ ticketId }) => ticketId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['11', '12', '13', '14', '15', '16', '17']);
  });
});
