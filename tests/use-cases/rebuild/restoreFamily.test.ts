import { bringTicketInLine } from '../../../src/use-cases/bringTicketInLine';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { reportUnexplained } from '../../../src/use-cases/reportUnexplained';
import type { CommandAction } from '../../../src/domain/tickets/command';
import type { DeskTicket } from '../../../src/use-cases/ports/desk';
import { openWorld } from '../world';
import type { World } from '../world';
import {
  lookAndShow,
  openLostWorld,
  readBalances,
  readProblems,
  rebuild,
  sweepAndRestore,
} from './rebuildWorld';

jest.setTimeout(30_000);

let world: World;
let lost: World;

beforeEach(async () => {
  world = await openWorld();
  lost = await openLostWorld(world);
  world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 50_000 });
  world.addClient('950', 'carl@other.test', { billingAccountId: '2002', spendCents: 30_000 });
  world.addClient('960', 'paul@partner.test', { billingAccountId: '3003', partnerLevel: 'Gold' });
});
afterEach(async () => {
  await lost.close();
  await world.close();
});

const allIds = () => [...world.desk.tickets.keys()];

async function open(id: string, ticket: Partial<DeskTicket> = {}): Promise<void> {
  world.clock.advance(60_000);
  world.desk.addTicket({ id, ...ticket });
  await lookAndShow(world, id);
}

async function change(id: string, ticket: Partial<DeskTicket>): Promise<void> {
  world.clock.advance(60_000);
  world.desk.change(id, ticket);
  await lookAndShow(world, id);
}

async function command(id: string, action: CommandAction, actorId = '500'): Promise<void> {
  world.clock.advance(60_000);
  const given = { id: world.desk.nextAuditId(), action, actorId };
  const history = world.desk.histories.get(id);
  const commands = [...(history?.commands ?? []), { ...given, at: world.clock.now().toISOString() }];
  world.desk.histories.set(id, { ...history, commands });
  world.desk.ask(id, given);
  await lookAndShow(world, id);
}

/** A debited ticket, one that an agent returned, a waived, a merged and a linked one that were closed before their return. */
async function liveAWhile(): Promise<void> {
  await open('1');
  await open('2');
  await command('2', { kind: 'refund', reason: 'goodwill' });
  await command('2', { kind: 'refund', reason: 'hotfix' });
  await command('2', { kind: 'debit' });
  await open('3', { requesterId: '960' });
  await open('4');
  world.desk.histories.set('4', { mergedInto: '1' });
  await change('4', { status: 'closed', isMerged: true });
  world.desk.addTicket({ id: '40', line: undefined, type: 'problem', isDefect: true });
  await open('5');
  await change('5', { status: 'closed', type: 'incident', problemTicketId: '40' });
  await open('6', { requesterId: '950' });
}

describe('rebuilding a lost ledger', () => {
  it('brings back debits, waivers and refunds, and leads to no change in any ticket', async () => {
    await liveAWhile();
    await lookAndShow(world, '40');
    const before = await readProblems(world);
    const { notes, updateCount } = world.desk;
    const noteCount = notes.length;
    expect(await rebuild(lost, allIds())).toMatchObject({
      debits: 6,
      waivers: 1,
      refunds: 1,
      gone: { count: 0 },
      unexplained: { count: 0 },
    });
    // What was returned on closed tickets left no trace in them: the looks return it again, under the same keys.
    expect(await readProblems(lost)).toEqual(before);
    expect(before.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['duplicate', 'software_defect']),
    );
    expect(await readBalances(lost)).toEqual(await readBalances(world));
    expect([world.desk.updateCount, notes.length]).toEqual([updateCount, noteCount]);
  });

  it('adds nothing when it runs again', async () => {
    await liveAWhile();
    await rebuild(lost, allIds());
    const after = await readProblems(lost);
    expect(await rebuild(lost, allIds())).toMatchObject({ debits: 0, waivers: 0, refunds: 0, known: 6 });
    expect(await readProblems(lost)).toEqual(after);
  });

  it('leaves a problem that the ledger knows as it is, and brings back the others', async () => {
    await liveAWhile();
    const before = await readProblems(world);
    await world.pool.query("delete from support_credits.ticket_states where ticket_id in ('1', '2')");
    expect(await rebuild(world, allIds())).toMatchObject({
      debits: 0,
      refunds: 0,
      unexplained: { count: 0 },
    });
    expect(await readProblems(world)).toEqual(before);
  });

  it('may go beside a bridge that looks at the tickets: nobody is charged twice, nor again for what was returned', async () => {
    await open('1');
    await open('2');
    await command('2', { kind: 'refund', reason: 'hotfix' });
    const before = await readProblems(world);
    await Promise.all([
      ...['1', '2'].map((ticketId) => reconcileTicket(lost.deps, ticketId)),
      sweepAndRestore(lost, allIds()),
    ]);
    expect(await readProblems(lost)).toEqual(before);
    expect(await lost.ledger.readStoredTicket('2')).toMatchObject({
      state: { creditState: 'refunded', reason: 'hotfix' },
    });
  });

  it('keeps when it happened, from which audit that is known, and who did it', async () => {
    await open('2');
    const debitedAt = world.clock.now().toISOString();
    await command('2', { kind: 'refund', reason: 'hotfix' });
    world.clock.advance(86_400_000);
    await rebuild(lost, allIds());
    const { rows } = await lost.pool.query(
      `select key, occurred_at, coalesce(snapshot ->> 'rebuiltFromAudit', proof ->> 'rebuiltFromAudit') as audit,
              actor ->> 'id' as actor from support_credits.ledger_entries where problem_id = 'zt_2' order by id`,
    );
    const [debited, refunded] = world.desk.written.get('2')!;
    expect(rows).toEqual([
      { key: 'debit:zt_2:0', occurred_at: new Date(debitedAt), audit: debited!.auditId, actor: null },
      {
        key: 'refund:debit:zt_2:0',
        occurred_at: new Date(refunded!.at),
        audit: refunded!.auditId,
        actor: '500',
      },
    ]);
  });

  it('takes history at its word when the credits of then are not there any more: a debt that later grants repay', async () => {
    await open('1');
    await open('2');
    world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 10_000 });
    await rebuild(lost, allIds());
    expect(await readBalances(lost)).toEqual({ '1001': -1 });
    world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 30_000 });
    await reconcileTicket(lost.deps, '1');
    expect(await readBalances(lost)).toEqual({ '1001': 1 });
  });

  it('believes nobody but the bridge: what an agent or a trigger set is no debit, nor what was copied to a follow-up', async () => {
    await open('1', { line: 'sales' });
    for (const actorId of ['500', undefined]) {
      const typed = {
        state: 'debited',
        taken: undefined,
        at: '2026-11-22T12:05:00.000Z',
        auditId: '99',
        actorId,
      } as const;
      world.desk.written.set('1', [typed]);
      world.desk.change('1', { creditState: 'debited' });
      expect(await sweepAndRestore(lost, ['1'])).toMatchObject({
        debits: 0,
        untold: 1,
        unexplained: { count: 0 },
      });
    }
    expect(await readProblems(lost)).toEqual([]);
  });

  it('names the tickets of clients whom billing does not know, and brings them back once it does', async () => {
    await open('1');
    world.desk.addUser({ id: '900', email: 'anna@new.test' });
    const unknown = { ticketId: '1', flaws: ['client_unknown'] };
    expect(await sweepAndRestore(lost, ['1'])).toMatchObject({
      debits: 0,
      unexplained: { count: 1, named: [unknown] },
    });
    await reconcileTicket(lost.deps, '1');
    expect(await lost.ledger.readStoredTicket('1')).toMatchObject({ state: { creditState: 'held' } });
    world.desk.addUser({ id: '900', billingAccountId: '1001' });
    expect(await rebuild(lost, ['1'])).toMatchObject({ debits: 1, unexplained: { count: 0 } });
    expect(await readProblems(lost)).toEqual(await readProblems(world));
  });

  it('decides nothing about a lost ticket while billing cannot be asked, and loses nothing', async () => {
    await open('1');
    world.billing.isDown = true;
    await expect(reconcileTicket(lost.deps, '1')).rejects.toMatchObject({
      code: 'billing_unreachable',
      retry: true,
    });
    await expect(sweepAndRestore(lost, ['1'])).rejects.toThrow('nothing fails');
    expect(await lost.ledger.readStoredTicket('1')).toBeUndefined();
    world.billing.isDown = false;
    await reconcileTicket(lost.deps, '1');
    expect(await readProblems(lost)).toEqual(await readProblems(world));
  });

  it('finds every technical ticket explained afterwards', async () => {
    await liveAWhile();
    await open('8', { requesterId: '950', line: 'sales' });
    world.desk.addTicket({ id: '9', requesterId: '950' });
    await sweepAndRestore(lost, allIds());
    const sweepMemory = buildSweepMemory(lost.pool);
    lost.clock.advance(16 * 60_000);
    expect(await reportUnexplained({ ...lost, sweepMemory })).toEqual({ count: 1, ticketIds: ['9'] });
    await lookAndShow(lost, '9');
    await rebuild(lost, allIds());
    expect(await reportUnexplained({ ...lost, sweepMemory })).toEqual({ count: 0, ticketIds: [] });
    expect(await bringTicketInLine(lost.deps, '9')).toBe('nothing_to_do');
  });
});
