import type { DeskTicket } from '../../src/use-cases/ports/desk';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { runQueuedLooks } from './runQueuedLooks';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 30_000 });
  world.addClient('901', 'bert@client.test', { billingAccountId: '1001', spendCents: 30_000 });
  world.addClient('950', 'carl@other.test', { billingAccountId: '2002', spendCents: 30_000 });
});
afterEach(() => world.close());

const look = (ticketId: string) => reconcileTicket(world.deps, ticketId);
const balance = async (account: string) => (await world.ledger.readTotals(account)).balanceCredits;
const stateOf = async (ticketId: string) => (await world.ledger.readStoredTicket(ticketId))?.state;
const readKeys = async () =>
  (
    await world.pool.query<{ key: string }>(
      "select key from support_credits.ledger_entries where kind in ('debit', 'refund', 'waiver') order by id",
    )
  ).rows.map((row) => row.key);

/** A debited ticket of Anna's. */
async function debit(ticketId: string, ticket: Partial<DeskTicket> = {}) {
  world.desk.addTicket({ id: ticketId, ...ticket });
  expect(await look(ticketId)).toMatchObject({ creditState: 'debited' });
}

function handBack(ticketId: string, replies: { at: string; authorId: string }[] = []) {
  world.desk.change(ticketId, { line: 'sales' });
  world.desk.histories.set(ticketId, {
    lineChanges: [
      { line: 'tech', at: '2026-11-22T10:00:00Z', actorId: '500' },
      { line: 'sales', at: '2026-11-22T11:00:00Z', actorId: '510' },
    ],
    agentReplies: replies,
  });
}

describe('R6: lines', () => {
  it('R6: a hand-back before the first technical reply returns the credit, the next hand-over debits it again', async () => {
    await debit('7');
    handBack('7');
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'wrong_line' });
    expect(await look('7')).toMatchObject({ creditState: 'refunded', entryKeys: [] });
    world.desk.change('7', { line: 'tech' });
    expect(await look('7')).toMatchObject({ creditState: 'debited', entryKeys: ['debit:zt_7:1'] });
    expect(await balance('1001')).toBe(2);
  });

  it('R6: a hand-back after a technical reply returns nothing by itself', async () => {
    await debit('7');
    handBack('7', [{ at: '2026-11-22T10:30:00Z', authorId: '510' }]);
    expect(await look('7')).toMatchObject({ creditState: 'debited', entryKeys: [] });
  });

  it('R6: counts wrong lines by who handed the tickets over, not those that clients chose', async () => {
    for (const ticketId of ['7', '8', '9']) {
      await debit(ticketId);
      handBack(ticketId);
    }
    world.desk.histories.get('9')!.lineChanges![0]!.actorId = '900';
    for (const ticketId of ['7', '8', '9']) await look(ticketId);
    expect(await world.ledger.countWrongLines('2026-11-22T00:00:00Z')).toEqual([
      { personId: '500', count: 2 },
    ]);
    expect(await world.ledger.countWrongLines('2026-11-23T00:00:00Z')).toEqual([]);
  });
});

describe('R4: follow-ups', () => {
  const CLOSED_AT = '2026-11-01T09:00:00Z';
  const followUp = (ticket: Partial<DeskTicket> = {}) =>
    world.desk.addTicket({ id: '8', followUpOf: '7', createdAt: '2026-11-22T09:00:00Z', ...ticket });

  beforeEach(async () => {
    await debit('7');
    world.desk.change('7', { status: 'closed' });
    world.desk.histories.set('7', { closedAt: CLOSED_AT });
  });

  it('R4: one in time rests on the credit of the ticket before it, whatever tags were copied', async () => {
    followUp({ isMerged: true, isDefect: true, type: 'problem' });
    expect(await look('8')).toMatchObject({ creditState: 'debited', entryKeys: [] });
    expect(await world.ledger.readStoredTicket('8')).toMatchObject({ problemId: 'zt_7' });
  });

  it('R4: one of another person of the same account is the same problem, one of another account is not', async () => {
    followUp({ requesterId: '901' });
    world.desk.addTicket({
      id: '9',
      followUpOf: '7',
      requesterId: '950',
      createdAt: '2026-11-22T09:00:00Z',
    });
    expect(await look('8')).toMatchObject({ entryKeys: [] });
    expect(await look('9')).toMatchObject({ entryKeys: expect.arrayContaining(['debit:zt_9:0']) });
  });

  it('R4: one that comes late costs its own credit', async () => {
    followUp({ createdAt: '2026-12-01T09:00:00Z' });
    expect(await look('8')).toMatchObject({ entryKeys: ['debit:zt_8:0'] });
  });

  it('R4: a chain of follow-ups is one problem, also when those between were never looked at', async () => {
    followUp({ status: 'closed' });
    world.desk.histories.set('8', { closedAt: '2026-11-22T10:00:00Z' });
    world.desk.addTicket({ id: '9', followUpOf: '8', createdAt: '2026-11-23T09:00:00Z' });
    expect(await look('9')).toMatchObject({ creditState: 'debited', entryKeys: [] });
  });

  it('R4: an agent says that it is a new problem, and it stays one', async () => {
    followUp();
    await look('8');
    world.desk.ask('8', { id: 'a1', actorId: '500', action: { kind: 'new_problem' } });
    expect(await look('8')).toMatchObject({ entryKeys: ['debit:zt_8:0'] });
    world.desk.change('8', { action: undefined });
    expect(await look('8')).toMatchObject({ creditState: 'debited', entryKeys: [] });
    expect(await readKeys()).toEqual(['debit:zt_7:0', 'debit:zt_8:0']);
  });

  it('R4: what an agent said stands in the audits, so a new ledger finds it', async () => {
    followUp();
    const command = { id: 'a1', actorId: '500', action: { kind: 'new_problem' } } as const;
    world.desk.histories.set('8', { commands: [{ ...command, at: '2026-11-22T09:30:00Z' }] });
    expect(await look('8')).toMatchObject({ entryKeys: ['debit:zt_8:0'] });
  });

  it('R4: a client cannot say so', async () => {
    followUp();
    world.desk.ask('8', { id: 'a1', actorId: '900', action: { kind: 'new_problem' } });
    expect(await look('8')).toMatchObject({ creditState: 'debited', entryKeys: [] });
    expect(await world.ledger.readAnswer('a1')).toMatchObject({ refusal: 'actor_not_agent' });
  });

  it('R5: a return on one of them leads to a look at the others', async () => {
    followUp();
    await look('8');
    await runQueuedLooks(world);
    world.desk.ask('8', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
    expect(await look('8')).toMatchObject({ creditState: 'refunded' });
    expect(await runQueuedLooks(world)).toEqual(['7']);
    expect(await stateOf('7')).toEqual({ creditState: 'refunded', reason: 'hotfix' });
  });

  it('R4: a deleted follow-up returns nothing: the ticket before it was charged', async () => {
    followUp();
    await look('8');
    world.desk.tickets.delete('8');
    expect(await look('8')).toMatchObject({ creditState: 'debited', entryKeys: [] });
  });

  it('a deleted first ticket returns its credit, and the follow-up is charged in its place', async () => {
    followUp();
    await look('8');
    world.desk.tickets.delete('7');
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'ticket_removed' });
    await runQueuedLooks(world);
    expect(await stateOf('8')).toMatchObject({ creditState: 'debited' });
    expect(await readKeys()).toEqual(['debit:zt_7:0', 'refund:debit:zt_7:0', 'debit:zt_7:1']);
  });
});

describe('R4: merged tickets', () => {
  const merge = (ticketId: string, target: string) => {
    world.desk.change(ticketId, { status: 'closed', isMerged: true });
    world.desk.histories.set(ticketId, { mergedInto: target });
  };

  it('R4: one returns its credit when the target has its own', async () => {
    await debit('7');
    await debit('8');
    merge('7', '8');
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'duplicate' });
    expect(await look('7')).toMatchObject({ creditState: 'refunded', entryKeys: [] });
    expect(await balance('1001')).toBe(2);
  });

  it('R4: one whose target is charged later returns its credit then', async () => {
    await debit('7');
    world.desk.addTicket({ id: '8', line: 'sales' });
    await look('8');
    merge('7', '8');
    expect(await look('7')).toMatchObject({ creditState: 'debited' });
    world.desk.change('8', { line: 'tech' });
    await look('8');
    expect(await runQueuedLooks(world)).toContain('7');
    expect(await stateOf('7')).toEqual({ creditState: 'refunded', reason: 'duplicate' });
    expect(await stateOf('8')).toMatchObject({ creditState: 'debited' });
  });

  it('R4: one keeps its credit while the target was never charged, or was on the wrong line', async () => {
    await debit('7');
    await debit('8');
    handBack('8');
    await look('8');
    merge('7', '8');
    expect(await look('7')).toMatchObject({ creditState: 'debited' });
  });

  it('R4: a follow-up that is merged into the ticket before it keeps the one credit of both', async () => {
    await debit('7');
    world.desk.addTicket({ id: '8', followUpOf: '7' });
    merge('7', '8');
    world.desk.histories.set('7', { mergedInto: '8', closedAt: '2026-11-22T08:00:00Z' });
    await look('8');
    await look('7');
    expect(await readKeys()).toEqual(['debit:zt_7:0']);
  });

  it('R4: remembers what a ticket was merged into, and asks its audits no more', async () => {
    await debit('7');
    merge('7', '8');
    await look('7');
    world.desk.histories.delete('7');
    await debit('8');
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'duplicate' });
  });
});

describe('R5: defects', () => {
  beforeEach(() => {
    world.desk.addTicket({ id: '40', line: undefined, type: 'problem', isDefect: true });
  });

  it('R5: an incident returns its credit once, open or closed, and unlinking takes nothing back', async () => {
    await debit('7');
    await debit('8');
    world.desk.change('7', { type: 'incident', problemTicketId: '40' });
    world.desk.change('8', { type: 'incident', problemTicketId: '40', status: 'closed' });
    for (const ticketId of ['7', '8']) {
      expect(await look(ticketId)).toMatchObject({ creditState: 'refunded', reason: 'software_defect' });
    }
    world.desk.change('7', { problemTicketId: undefined });
    expect(await look('7')).toMatchObject({ creditState: 'refunded', entryKeys: [] });
  });

  it('R5: the ticket of the defect itself returns its credit', async () => {
    await debit('7');
    world.desk.change('7', { type: 'problem', isDefect: true });
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'software_defect' });
  });

  it('R5: an incident of a problem that is no defect is charged', async () => {
    world.desk.change('40', { isDefect: false });
    await debit('7', { type: 'incident', problemTicketId: '40' });
    expect(await look('7')).toMatchObject({ creditState: 'debited' });
  });

  it('R5: an incident that was linked before it was charged returns its credit by itself', async () => {
    await debit('7', { type: 'incident', problemTicketId: '40' });
    await runQueuedLooks(world);
    expect(await stateOf('7')).toEqual({ creditState: 'refunded', reason: 'software_defect' });
  });
});

describe('requester and removal', () => {
  it('R4: a ticket given to another client is returned to the one and debited to the other', async () => {
    await debit('7');
    world.desk.change('7', { requesterId: '950' });
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'requester_changed' });
    // What follows waits in the queue since the transaction of the return: nothing is lost when the bridge dies here.
    expect(await runQueuedLooks(world)).toEqual(['7']);
    expect(await stateOf('7')).toMatchObject({ creditState: 'debited' });
    expect([await balance('1001'), await balance('2002')]).toEqual([3, 2]);
    expect(await readKeys()).toEqual(['debit:zt_7:0', 'refund:debit:zt_7:0', 'debit:zt_7:1']);
  });

  it('R4: a colleague of the same account changes nothing', async () => {
    await debit('7');
    world.desk.change('7', { requesterId: '901' });
    expect(await look('7')).toMatchObject({ creditState: 'debited', entryKeys: [] });
  });

  it('R4: a requester whom billing does not know leaves the credit where it was taken', async () => {
    await debit('7');
    world.desk.addUser({ id: '903', email: 'nobody@client.test' });
    world.desk.change('7', { requesterId: '903' });
    expect(await look('7')).toMatchObject({ creditState: 'debited', entryKeys: [] });
  });

  it('a deleted ticket returns its credit once, and a restored one is debited again', async () => {
    await debit('7');
    const ticket = world.desk.tickets.get('7')!;
    world.desk.tickets.delete('7');
    expect(await look('7')).toMatchObject({ creditState: 'refunded', reason: 'ticket_removed' });
    expect(await look('7')).toMatchObject({ creditState: 'refunded', entryKeys: [] });
    world.desk.tickets.set('7', ticket);
    expect(await look('7')).toMatchObject({ creditState: 'debited', entryKeys: ['debit:zt_7:1'] });
    expect(await balance('1001')).toBe(2);
  });

  it('a deleted ticket returns its credit while billing is down', async () => {
    await debit('7');
    world.billing.isDown = true;
    world.desk.tickets.delete('7');
    expect(await look('7')).toMatchObject({ creditState: 'refunded', billing: 'not_asked' });
  });

  it('a closed ticket that was held is not charged when credits come', async () => {
    world.addClient('960', 'dora@poor.test', { billingAccountId: '3003', spendCents: 0 });
    world.desk.addTicket({ id: '7', requesterId: '960' });
    expect(await look('7')).toMatchObject({ creditState: 'held' });
    world.desk.change('7', { status: 'closed' });
    world.addClient('960', 'dora@poor.test', { billingAccountId: '3003', spendCents: 10_000 });
    expect(await look('7')).toEqual({ kind: 'ticket_closed' });
    expect(await readKeys()).toEqual([]);
  });
});
