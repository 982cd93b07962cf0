import { DEFAULT_POLICY } from '../../src/domain/policy/policy';
import { bringIncidentsInLine } from '../../src/use-cases/defects/bringIncidentsInLine';
import { lookAtIncidents } from '../../src/use-cases/defects/lookAtIncidents';
import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import type { DeskTicket } from '../../src/use-cases/ports/desk';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { takeQueuedJobs } from '../helpers/database/takeQueuedLooks';
import type { World } from './world';
import { openWorld } from './world';

jest.setTimeout(60_000);

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'anna@client.test', { billingAccountId: '1001', spendCents: 30_000 });
  world.addClient('950', 'carl@other.test', { billingAccountId: '2002', spendCents: 30_000 });
  world.desk.addTicket({ id: '99', line: undefined, type: 'problem' });
});
afterEach(() => world.close());

const look = (ticketId: string) => reconcileTicket(world.deps, ticketId);
const lookAtAll = () => lookAtIncidents(world.deps, '99');
const bringAllInLine = () => bringIncidentsInLine(world.deps, '99');
const stateOf = async (ticketId: string) => (await world.ledger.readStoredTicket(ticketId))?.state;
const balance = async (account: string) => (await world.ledger.readTotals(account)).balanceCredits;

/** A ticket linked to the problem ticket, decided and shown. */
async function addIncident(ticketId: string, ticket: Partial<DeskTicket> = {}): Promise<void> {
  world.desk.addTicket({ id: ticketId, type: 'incident', problemTicketId: '99', ...ticket });
  await look(ticketId);
  await bringTicketInLine(world.deps, ticketId);
}

const tagDefect = () => world.desk.change('99', { isDefect: true });
const REFUNDED = { creditState: 'refunded', reason: 'software_defect' };

describe('R5: a problem ticket tagged as a defect', () => {
  it('R5: leads, when it is looked at, to a look at its incidents, also when it is closed by then', async () => {
    await look('99');
    expect(await takeQueuedJobs(world.pool)).not.toContain('look_at_incidents 99');
    tagDefect();
    await look('99');
    expect(await takeQueuedJobs(world.pool)).toContain('look_at_incidents 99');
    world.desk.change('99', { status: 'closed' });
    await look('99');
    expect(await takeQueuedJobs(world.pool)).toContain('look_at_incidents 99');
  });

  it('R5: returns the credit of each incident once, without asking billing or reading the tickets one by one', async () => {
    await addIncident('7');
    await addIncident('8', { requesterId: '950' });
    tagDefect();
    world.billing.isDown = true;
    const [asked, read] = [world.billing.asked.length, world.desk.readTicketCount];
    expect(await lookAtAll()).toEqual({ kind: 'looked', incidentCount: 2, refundCount: 2, lookCount: 0 });
    expect(world.billing.asked).toHaveLength(asked);
    expect(world.desk.readTicketCount - read).toBe(1);
    expect([await stateOf('7'), await stateOf('8')]).toEqual([REFUNDED, REFUNDED]);
    expect([await balance('1001'), await balance('2002')]).toEqual([3, 3]);
    expect(await lookAtAll()).toMatchObject({ incidentCount: 2, refundCount: 0 });
    expect([await balance('1001'), await balance('2002')]).toEqual([3, 3]);
  });

  it('R5: returns the credit of closed incidents in the ledger, though their tickets cannot say so', async () => {
    await addIncident('7', { status: 'solved' });
    world.desk.change('7', { status: 'closed' });
    tagDefect();
    await lookAtAll();
    expect(await stateOf('7')).toEqual(REFUNDED);
    expect(await bringAllInLine()).toEqual({ updatedCount: 0, leftCount: 0 });
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'debited' });
  });

  describe('linked to a ticket that was closed uncharged, whose follow-up is charged', () => {
    beforeEach(async () => {
      world.billing.isDown = true;
      await addIncident('7');
      world.desk.change('7', { status: 'closed' });
      world.desk.histories.set('7', { closedAt: '2026-11-01T09:00:00Z' });
      await look('7');
      world.billing.isDown = false;
      world.desk.addTicket({ id: '8', followUpOf: '7', createdAt: '2026-11-22T09:00:00Z' });
    });

    it('R5: returns the credit of their problem', async () => {
      await look('8');
      expect(await balance('1001')).toBe(2);
      tagDefect();
      expect(await lookAtAll()).toMatchObject({ incidentCount: 1, refundCount: 1 });
      expect(await stateOf('7')).toEqual(REFUNDED);
      await look('8');
      expect(await stateOf('8')).toEqual(REFUNDED);
      expect(await balance('1001')).toBe(3);
    });

    it('R5: returns it also when the defect was known before the follow-up was charged', async () => {
      tagDefect();
      await takeQueuedJobs(world.pool);
      await look('8');
      expect(await takeQueuedJobs(world.pool)).toContain('reconcile_ticket 7');
      await look('7');
      expect(await balance('1001')).toBe(3);
      await look('8');
      expect(await stateOf('8')).toEqual(REFUNDED);
    });
  });

  it('R5: queues one job that brings all of them in line, none for each', async () => {
    await addIncident('7');
    await addIncident('8');
    tagDefect();
    await takeQueuedJobs(world.pool);
    await lookAtAll();
    const jobs = await takeQueuedJobs(world.pool);
    expect(jobs.filter((job) => job.includes('in_line'))).toEqual([
      'bring_incidents_in_line 99',
      'bring_requester_in_line 900',
    ]);
  });

  it('R5: writes the tickets together, a hundred at most, each with its note', async () => {
    world.addClient('950', 'carl@other.test', { billingAccountId: '2002', spendCents: 1_050_000 });
    const ticketIds = Array.from({ length: 105 }, (_, index) => String(101 + index));
    for (const id of ticketIds) {
      world.desk.addTicket({ id, requesterId: '950', type: 'incident', problemTicketId: '99' });
    }
    // Billing is asked once, not at each look.
    const deps = { ...world.deps, policy: DEFAULT_POLICY };
    await look('101');
    await Promise.all(ticketIds.map((id) => reconcileTicket(deps, id)));
    tagDefect();
    expect(await lookAtAll()).toMatchObject({ refundCount: 105 });
    world.desk.notes.splice(0);
    expect(await bringAllInLine()).toEqual({ updatedCount: 105, leftCount: 0 });
    expect(world.desk.updatesTogether).toEqual([100, 5]);
    expect(world.desk.notes).toHaveLength(105);
    expect(world.desk.notes[0]).toMatch(/^refunded:software_defect:/);
    expect(await bringAllInLine()).toEqual({ updatedCount: 0, leftCount: 0 });
    expect(world.desk.notes).toHaveLength(105);
  });

  it('R5: repeats no note when the answer was lost, and knows afterwards that the tickets say it', async () => {
    await addIncident('7');
    await addIncident('8');
    tagDefect();
    await lookAtAll();
    world.desk.notes.splice(0);
    world.desk.loseNextAnswer = true;
    await expect(bringAllInLine()).rejects.toMatchObject({ code: 'zendesk_unavailable' });
    expect(await bringAllInLine()).toEqual({ updatedCount: 0, leftCount: 2 });
    expect(await bringTicketInLine(world.deps, '7')).toBe('nothing_to_do');
    expect(await bringTicketInLine(world.deps, '8')).toBe('nothing_to_do');
    expect(await bringAllInLine()).toEqual({ updatedCount: 0, leftCount: 0 });
    expect(world.desk.notes).toHaveLength(2);
  });

  it('R5: leaves to a job of its own a ticket that changed meanwhile, or was unlinked', async () => {
    await addIncident('7');
    await addIncident('8');
    await addIncident('9');
    tagDefect();
    await lookAtAll();
    world.desk.change('9', { problemTicketId: undefined, type: undefined });
    world.desk.beforeUpdate = () => {
      world.desk.beforeUpdate = undefined;
      world.desk.change('7', {});
    };
    await takeQueuedJobs(world.pool);
    expect(await bringAllInLine()).toEqual({ updatedCount: 1, leftCount: 2 });
    expect(await takeQueuedJobs(world.pool)).toEqual(['bring_ticket_in_line 7', 'bring_ticket_in_line 9']);
    expect(await bringTicketInLine(world.deps, '7')).toBe('updated');
    expect(await bringTicketInLine(world.deps, '9')).toBe('updated');
  });

  it('R5: has an incident looked at by itself that was never decided, holds an asking, or has another requester', async () => {
    await addIncident('7');
    await addIncident('8');
    world.desk.addTicket({ id: '9', type: 'incident', problemTicketId: '99' });
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'hotfix' } });
    world.desk.change('8', { requesterId: '950' });
    tagDefect();
    await takeQueuedJobs(world.pool);
    expect(await lookAtAll()).toMatchObject({ incidentCount: 3, refundCount: 0, lookCount: 3 });
    expect(await takeQueuedJobs(world.pool)).toEqual([
      'reconcile_ticket 7',
      'reconcile_ticket 8',
      'reconcile_ticket 9',
    ]);
    await look('7');
    expect(await stateOf('7')).toEqual({ creditState: 'refunded', reason: 'hotfix' });
  });

  it('R5: goes on where it failed: what was returned is found so, and nothing twice', async () => {
    await addIncident('7');
    await addIncident('8', { requesterId: '950' });
    tagDefect();
    const { readIncidents } = world.desk;
    world.desk.readIncidents = async function* () {
      yield [world.desk.tickets.get('7')!];
      throw new Error('killed');
    };
    await expect(lookAtAll()).rejects.toThrow('killed');
    expect([await balance('1001'), await balance('2002')]).toEqual([3, 2]);
    world.desk.readIncidents = readIncidents;
    expect(await lookAtAll()).toMatchObject({ refundCount: 1 });
    expect([await balance('1001'), await balance('2002')]).toEqual([3, 3]);
  });

  it('R5: unlinking and untagging take nothing back, and are remembered', async () => {
    await addIncident('7');
    await addIncident('8');
    tagDefect();
    await look('99');
    await lookAtAll();
    world.desk.change('7', { problemTicketId: undefined, type: undefined });
    await look('7');
    world.desk.change('99', { isDefect: false });
    await look('99');
    expect(await lookAtAll()).toEqual({ kind: 'no_defect' });
    for (const ticketId of ['7', '8']) {
      const stored = await world.ledger.readStoredTicket(ticketId);
      expect(stored).toMatchObject({ state: REFUNDED, defectTicketId: undefined });
    }
    expect(await balance('1001')).toBe(3);
  });
});
