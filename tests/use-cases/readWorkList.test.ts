import { buildWorkLists } from '../../src/adapters/postgres/buildWorkLists';
import { MAX_ROUNDS_IN_WINDOW, CUT_OFF_MS } from '../../src/domain/tickets/decideRound';
import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import { lookAtIncidents } from '../../src/use-cases/defects/lookAtIncidents';
import type { DeskTicket } from '../../src/use-cases/ports/desk';
import { readWorkList, reportWorkList } from '../../src/use-cases/readWorkList';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

jest.setTimeout(60_000);

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'anna@client.test', { spendCents: 90_000 });
  world.desk.addTicket({ id: '99', line: undefined, type: 'problem', isDefect: true });
  await look('99');
});
afterEach(() => world.close());

const deps = () => ({ ...world.deps, workLists: buildWorkLists(world.pool) });
const look = (ticketId: string) => reconcileTicket(world.deps, ticketId);
const bring = (ticketId: string) => bringTicketInLine(world.deps, ticketId);
const list = () => readWorkList(deps());

async function add(ticketId: string, ticket: Partial<DeskTicket> = {}): Promise<void> {
  world.desk.addTicket({ id: ticketId, ...ticket });
  await look(ticketId);
  await bring(ticketId);
}
const link = (ticketId: string) => world.desk.change(ticketId, { type: 'incident', problemTicketId: '99' });

describe('the list of what people have to look at', () => {
  it('is empty when there is nothing', async () => {
    await add('7');
    const nothing = { count: 0, ticketIds: [] };
    expect(await list()).toEqual({
      defect_still_charged: nothing,
      defect_left_after_refund: nothing,
      closed_unlike_ledger: nothing,
      cut_off: nothing,
    });
  });

  it('R5: names tickets solved as a defect that are still charged: marked themselves, or charged again', async () => {
    await add('7', { isDefect: true });
    await add('8');
    link('8');
    await look('8');
    world.desk.ask('8', { id: 'a1', actorId: '500', action: { kind: 'debit' } });
    await look('8');
    expect((await list()).defect_still_charged.count).toBe(0);
    for (const ticketId of ['7', '8']) {
      world.desk.change(ticketId, { status: 'solved' });
      await look(ticketId);
    }
    expect((await list()).defect_still_charged).toEqual({ count: 2, ticketIds: ['7', '8'] });
    world.desk.ask('7', { id: 'a2', actorId: '500', action: { kind: 'refund', reason: 'software_defect' } });
    await look('7');
    expect((await list()).defect_still_charged).toEqual({ count: 1, ticketIds: ['8'] });
  });

  it('R5: names incidents that were unlinked after the refund, or whose problem ticket lost its mark', async () => {
    for (const ticketId of ['7', '8', '9']) await add(ticketId);
    for (const ticketId of ['7', '8']) link(ticketId);
    await lookAtIncidents(world.deps, '99');
    world.desk.ask('9', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'software_defect' } });
    await look('9');
    expect((await list()).defect_left_after_refund.count).toBe(0);
    world.desk.change('7', { type: undefined, problemTicketId: undefined });
    await look('7');
    expect((await list()).defect_left_after_refund).toEqual({ count: 1, ticketIds: ['7'] });
    world.desk.change('99', { isDefect: false });
    await look('99');
    expect((await list()).defect_left_after_refund).toEqual({ count: 2, ticketIds: ['7', '8'] });
  });

  it('R8: names closed tickets whose field says something else than the ledger', async () => {
    await add('7', { type: 'incident' });
    await add('8');
    world.desk.change('7', { status: 'closed', problemTicketId: '99' });
    world.desk.change('8', { status: 'closed' });
    await lookAtIncidents(world.deps, '99');
    for (const ticketId of ['7', '8']) expect(await bring(ticketId)).toBe('closed');
    expect((await list()).closed_unlike_ledger).toEqual({ count: 1, ticketIds: ['7'] });
  });

  it('R8: names tickets in an update storm, as long as they are left alone', async () => {
    await add('7');
    const fight = () => {
      world.desk.change('7', { creditState: undefined });
      return bring('7');
    };
    for (let round = 0; round < MAX_ROUNDS_IN_WINDOW; round += 1) await fight();
    expect((await list()).cut_off).toEqual({ count: 1, ticketIds: ['7'] });
    world.clock.advance(CUT_OFF_MS);
    expect((await list()).cut_off.count).toBe(0);
  });

  it('is said in one line of the log, with a few of the tickets', async () => {
    for (let id = 11; id <= 17; id += 1) await add(String(id), { isDefect: true, status: 'solved' });
    const { defect_still_charged: items } = await reportWorkList(deps());
    expect(items).toEqual({ count: 7, ticketIds: ['11', '12', '13', '14', '15'] });
    expect(world.lines.at(-1)).toMatchObject({
      level: 'info',
      message: 'tickets to look at',
      fields: { defect_still_charged: items, cut_off: { count: 0, ticketIds: [] } },
    });
  });
});
