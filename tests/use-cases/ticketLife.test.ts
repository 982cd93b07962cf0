import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', { spendCents: 50_000 });
  world.addClient('901', 'other@client.test', { billingAccountId: '2002', spendCents: 30_000 });
});
afterEach(() => world.close());

const look = async (ticketId: string) => {
  const outcome = await reconcileTicket(world.deps, ticketId);
  return outcome.kind === 'decided' ? `${outcome.creditState}:${outcome.reason}` : outcome.kind;
};
const balanceOf = async (account: string) => (await world.ledger.readTotals(account)).balanceCredits;
const readQueued = async () => {
  const { rows } = await world.pool.query<{ key: string }>(
    "select key from graphile_worker.jobs where key like 'reconcile_ticket:%' order by key",
  );
  return rows.map(({ key }) => key.slice('reconcile_ticket:'.length));
};
const closed = (id: string, updatedAt = '2026-11-20T10:00:00Z') =>
  world.desk.addTicket({ id, status: 'closed', updatedAt });
const followUp = (id: string, followUpOf: string, createdAt = '2026-11-22T10:00:00Z') =>
  world.desk.addTicket({ id, followUpOf, createdAt });

describe('R6: lines', () => {
  const handBack = (agentReplies: { at: string; authorId: string }[] = []) => {
    world.desk.change('7', { line: 'sales' });
    world.desk.histories.set('7', {
      lineChanges: [
        { line: 'tech', at: '2026-11-22T10:00:00Z', actorId: '500' },
        { line: 'sales', at: '2026-11-22T10:09:00Z', actorId: '501' },
      ],
      agentReplies,
    });
  };

  it('returns the credit of a hand-back before the first technical reply, and takes one again at the next hand-over', async () => {
    world.desk.addTicket({ id: '7' });
    expect(await look('7')).toBe('debited:charged');
    handBack();
    expect(await look('7')).toBe('refunded:wrong_line');
    expect(await look('7')).toBe('refunded:wrong_line');
    expect(await balanceOf('1001')).toBe(5);
    world.desk.change('7', { line: 'tech' });
    expect(await look('7')).toBe('debited:charged');
    const entries = await world.ledger.readEntries('1001', 3);
    expect(entries.map(({ key }) => key)).toEqual(['debit:zt_7:1', 'refund:debit:zt_7:0', 'debit:zt_7:0']);
  });

  it('keeps the credit of a hand-back after a technical reply', async () => {
    world.desk.addTicket({ id: '7' });
    await look('7');
    handBack([{ at: '2026-11-22T10:05:00Z', authorId: '502' }]);
    expect(await look('7')).toBe('debited:charged');
  });
});

describe('R4: follow-ups', () => {
  beforeEach(async () => {
    world.desk.addTicket({ id: '5' });
    await look('5');
    closed('5');
  });

  it('belong to the problem of the ticket that they follow, also of one that followed another', async () => {
    followUp('7', '5');
    expect(await look('7')).toBe('debited:charged');
    closed('7', '2026-11-23T10:00:00Z');
    followUp('9', '7', '2026-11-24T10:00:00Z');
    expect(await look('9')).toBe('debited:charged');
    expect(await balanceOf('1001')).toBe(4);
    expect((await world.ledger.readStoredTicket('9'))?.problemId).toBe('zt_5');
  });

  it('are problems of their own when they come too late', async () => {
    followUp('7', '5', '2026-12-20T10:00:01Z');
    await look('7');
    expect(await balanceOf('1001')).toBe(3);
  });

  it('are problems of their own when another client asks, but not when a colleague does', async () => {
    world.desk.addTicket({ id: '7', followUpOf: '5', requesterId: '901' });
    await look('7');
    expect(await balanceOf('2002')).toBe(2);
    world.addClient('902', 'colleague@client.test', { spendCents: 50_000 });
    world.desk.addTicket({ id: '8', followUpOf: '5', requesterId: '902' });
    await look('8');
    expect(await balanceOf('1001')).toBe(4);
  });

  it('are problems of their own once an agent says so, and stay so when the command is gone', async () => {
    followUp('7', '5');
    await look('7');
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'new_problem' } });
    expect(await look('7')).toBe('debited:charged');
    expect(await balanceOf('1001')).toBe(3);
    world.desk.change('7', { action: undefined });
    await look('7');
    expect((await world.ledger.readStoredTicket('7'))?.problemId).toBe('zt_7');
    expect(await balanceOf('1001')).toBe(3);
  });

  it('are no new problems because a client says so', async () => {
    followUp('7', '5');
    world.desk.ask('7', { id: 'a1', actorId: '900', action: { kind: 'new_problem' } });
    await look('7');
    expect((await world.ledger.readAnswer('a1'))?.refusal).toBe('actor_not_agent');
    expect(await balanceOf('1001')).toBe(4);
  });

  it('are looked at when the credit of their problem goes back', async () => {
    for (const id of ['7', '8']) {
      followUp(id, '5');
      await look(id);
    }
    await world.pool.query('delete from graphile_worker._private_jobs');
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'software_defect' } });
    expect(await look('7')).toBe('refunded:software_defect');
    expect(await readQueued()).toEqual(['5', '8']);
    expect(await look('8')).toBe('refunded:software_defect');
  });
});

describe('R4: merged tickets', () => {
  const merge = () => {
    world.desk.change('7', { status: 'closed', isMerged: true });
    world.desk.histories.set('7', { mergedInto: '8' });
  };

  it('give their credit back when the ticket they were merged into has its own', async () => {
    for (const id of ['7', '8']) {
      world.desk.addTicket({ id });
      await look(id);
    }
    merge();
    expect(await look('7')).toBe('refunded:duplicate');
    expect(await look('7')).toBe('refunded:duplicate');
    expect(await balanceOf('1001')).toBe(4);
  });

  it('keep it until that ticket gets one, and are looked at then', async () => {
    world.desk.addTicket({ id: '7' });
    world.desk.addTicket({ id: '8', line: 'sales' });
    await look('7');
    await look('8');
    merge();
    expect(await look('7')).toBe('debited:charged');
    world.desk.change('8', { line: 'tech' });
    await look('8');
    expect(await readQueued()).toContain('7');
    expect(await look('7')).toBe('refunded:duplicate');
    expect(await balanceOf('1001')).toBe(4);
  });

  it('keep it when both were one problem anyway', async () => {
    world.desk.addTicket({ id: '8' });
    await look('8');
    closed('8');
    world.desk.addTicket({ id: '7', followUpOf: '8' });
    await look('7');
    merge();
    expect(await look('7')).toBe('debited:charged');
  });
});

describe('R5: defects', () => {
  beforeEach(() => {
    world.desk.addTicket({ id: '3', line: undefined, type: 'problem', isDefect: true });
    world.desk.addTicket({ id: '7' });
  });

  it('return the credit of an incident once, and leave it returned when the link goes', async () => {
    await look('7');
    world.desk.change('7', { type: 'incident', problemTicketId: '3' });
    expect(await look('7')).toBe('refunded:software_defect');
    world.desk.change('7', { type: undefined, problemTicketId: undefined });
    expect(await look('7')).toBe('refunded:software_defect');
    expect(await balanceOf('1001')).toBe(5);
  });

  it('return the credit of a closed incident, and of the problem ticket itself', async () => {
    await look('7');
    world.desk.change('7', { type: 'incident', problemTicketId: '3', status: 'closed' });
    expect(await look('7')).toBe('refunded:software_defect');
    world.desk.addTicket({ id: '8' });
    await look('8');
    world.desk.change('8', { type: 'problem', isDefect: true });
    expect(await look('8')).toBe('refunded:software_defect');
    expect(await balanceOf('1001')).toBe(5);
  });

  it('do not touch incidents of a problem that is no defect', async () => {
    world.desk.change('3', { isDefect: false });
    world.desk.change('7', { type: 'incident', problemTicketId: '3' });
    expect(await look('7')).toBe('debited:charged');
  });

  it('return at once what is taken for a ticket that is linked already', async () => {
    world.desk.change('7', { type: 'incident', problemTicketId: '3' });
    await look('7');
    expect(await readQueued()).toEqual(['7']);
    expect(await look('7')).toBe('refunded:software_defect');
  });
});

describe('another requester', () => {
  it('gets the charge, and the first one the credit back', async () => {
    world.desk.addTicket({ id: '7' });
    await look('7');
    world.desk.change('7', { requesterId: '901' });
    expect(await look('7')).toBe('refunded:requester_changed');
    expect(await readQueued()).toEqual(['7']);
    expect(await look('7')).toBe('debited:charged');
    expect([await balanceOf('1001'), await balanceOf('2002')]).toEqual([5, 2]);
    expect(await look('7')).toBe('debited:charged');
  });

  it('whom billing does not know leaves the credit where it was taken: nobody else can be charged', async () => {
    world.desk.addTicket({ id: '7' });
    await look('7');
    world.desk.addUser({ id: '903', email: 'nobody@client.test' });
    world.desk.change('7', { requesterId: '903' });
    expect(await look('7')).toBe('debited:charged');
    expect(await balanceOf('1001')).toBe(4);
  });
});

describe('a ticket that is deleted or marked as spam', () => {
  it('gives its credit back once, and is charged anew when it is restored', async () => {
    world.desk.addTicket({ id: '7' });
    await look('7');
    const ticket = world.desk.tickets.get('7')!;
    world.desk.tickets.delete('7');
    expect(await look('7')).toBe('refunded:ticket_removed');
    expect(await look('7')).toBe('refunded:ticket_removed');
    expect(await balanceOf('1001')).toBe(5);
    world.desk.tickets.set('7', ticket);
    expect(await look('7')).toBe('debited:charged');
    expect(await balanceOf('1001')).toBe(4);
  });

  it('keeps nothing from a follow-up whose problem was paid for with another ticket', async () => {
    world.desk.addTicket({ id: '5' });
    await look('5');
    closed('5');
    followUp('7', '5');
    await look('7');
    world.desk.tickets.delete('7');
    expect(await look('7')).toBe('debited:charged');
    expect(await balanceOf('1001')).toBe(4);
  });
});
