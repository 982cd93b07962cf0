import { MAX_ROUNDS_IN_WINDOW } from '../../src/domain/tickets/decideRound';
import { bringTicketInLine } from '../../src/use-cases/bringTicketInLine';
import { AdapterError } from '../../src/use-cases/ports/AdapterError';
import { reconcileTicket } from '../../src/use-cases/reconcileTicket';
import { takeQueuedJobs } from '../helpers/database/takeQueuedLooks';
import type { World } from './world';
import { openWorld } from './world';

let world: World;

beforeEach(async () => {
  world = await openWorld();
  world.addClient('900', 'client@client.test', { spendCents: 24_300 });
  world.desk.addTicket({ id: '7' });
});
afterEach(() => world.close());

const bringInLine = () => bringTicketInLine(world.deps, '7');
const refund = (id: string) =>
  world.desk.ask('7', { id, actorId: '500', action: { kind: 'refund', reason: 'software_defect' } });

describe('bringTicketInLine', () => {
  it('writes field and note in one update, and finds nothing to do the second time', async () => {
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('updated');
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'debited' });
    expect(world.desk.notes).toEqual(['debited:charged:1']);
    expect(world.desk.creditsLeft.get('7')).toBe(1);
    expect(await bringInLine()).toBe('nothing_to_do');
    expect(world.desk.updateCount).toBe(1);
  });

  it('does not repeat the note when the answer of the update was lost', async () => {
    world.addClient('900', 'client@client.test', { spendCents: 34_300 });
    await reconcileTicket(world.deps, '7');
    world.desk.loseNextAnswer = true;
    await expect(bringInLine()).rejects.toMatchObject({ code: 'zendesk_unavailable', retry: true });
    expect(await bringInLine()).toBe('nothing_to_do');
    expect(world.desk.notes).toHaveLength(1);
  });

  it('shows a free ticket without a note', async () => {
    world.desk.addTicket({ id: '7', line: 'sales' });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('updated');
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'free' });
    expect(world.desk.notes).toEqual([]);
  });

  it('reads again when the ticket changed meanwhile, and gives up after some rounds for a later try', async () => {
    await reconcileTicket(world.deps, '7');
    let disturbances = 1;
    world.desk.beforeUpdate = () => {
      if (disturbances > 0) world.desk.change('7', {});
      disturbances -= 1;
    };
    expect(await bringInLine()).toBe('updated');
    world.desk.change('7', { creditState: undefined });
    disturbances = Infinity;
    await expect(bringInLine()).rejects.toMatchObject({ code: 'ticket_busy', retry: true });
  });

  it('leaves a command alone that comes in the same second as the one that was answered', async () => {
    await reconcileTicket(world.deps, '7');
    refund('a1');
    await reconcileTicket(world.deps, '7');
    // when: another person asks while it is brought in line, in the second of the last change, so with the same stamp
    const { updatedAt } = world.desk.tickets.get('7')!;
    const wait = async () => {
      world.desk.ask('7', { id: 'a2', actorId: '500', action: { kind: 'refund', reason: 'goodwill' } });
      world.desk.tickets.set('7', { ...world.desk.tickets.get('7')!, updatedAt });
    };
    expect(await bringTicketInLine({ ...world.deps, wait }, '7')).toBe('updated');
    // then: it still stands, and is answered by the next look
    expect(world.desk.tickets.get('7')).toMatchObject({
      creditState: 'refunded',
      action: { kind: 'refund', reason: 'goodwill' },
    });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('updated');
    expect(world.desk.tickets.get('7')?.action).toBeUndefined();
    expect(world.desk.notes.at(-1)).toContain('refused:');
  });

  it('gives up for a later try when the ticket never stays the same for a second', async () => {
    await reconcileTicket(world.deps, '7');
    refund('a1');
    await reconcileTicket(world.deps, '7');
    const wait = async () => world.desk.change('7', {});
    await expect(bringTicketInLine({ ...world.deps, wait }, '7')).rejects.toMatchObject({
      code: 'ticket_busy',
      retry: true,
    });
    expect(await bringInLine()).toBe('updated');
  });

  it('cuts an update storm off, says so, leaves the ticket alone, and comes back', async () => {
    await reconcileTicket(world.deps, '7');
    const fight = () => {
      world.desk.change('7', { creditState: undefined });
      world.clock.advance(5_000);
      return bringInLine();
    };
    for (let round = 0; round < MAX_ROUNDS_IN_WINDOW; round += 1) expect(await fight()).toBe('updated');
    await takeQueuedJobs(world.pool);
    expect(await fight()).toBe('cut_off');
    expect(await fight()).toBe('cut_off');
    expect(world.desk.updateCount).toBe(MAX_ROUNDS_IN_WINDOW);
    const storms = world.lines.filter(({ message }) => message.startsWith('update storm'));
    expect(storms).toMatchObject([{ level: 'warn', fields: { ticketId: '7', count: MAX_ROUNDS_IN_WINDOW } }]);
    const { rows } = await world.pool.query(
      'select round(extract(epoch from run_at - created_at))::int as wait_seconds from graphile_worker.jobs',
    );
    const until = new Date(String(storms[0]?.fields['until']));
    expect(rows).toEqual([
      { wait_seconds: Math.round((until.getTime() - world.clock.now().getTime()) / 1_000) },
    ]);
    world.clock.time = until;
    expect(await fight()).toBe('updated');
    expect(await bringInLine()).toBe('nothing_to_do');
  });

  it('counts refused updates of a storm, too', async () => {
    await reconcileTicket(world.deps, '7');
    world.desk.beforeUpdate = () => world.desk.change('7', {});
    const tries = MAX_ROUNDS_IN_WINDOW / 3;
    for (let round = 0; round < tries; round += 1)
      await expect(bringInLine()).rejects.toMatchObject({ code: 'ticket_busy' });
    expect(await bringInLine()).toBe('cut_off');
  });

  it('does not count an update that a busy helpdesk never looked at', async () => {
    await reconcileTicket(world.deps, '7');
    const { updateTicket } = world.desk;
    world.desk.updateTicket = async () => {
      throw new AdapterError('busy', { code: 'zendesk_rate_limited', retry: true, retryAfterMs: 1_000 });
    };
    for (let round = 0; round <= MAX_ROUNDS_IN_WINDOW; round += 1)
      await expect(bringInLine()).rejects.toMatchObject({ code: 'zendesk_rate_limited' });
    world.desk.updateTicket = updateTicket;
    expect(await bringInLine()).toBe('updated');
    expect((await world.ledger.readStoredTicket('7'))?.rounds).toMatchObject({ count: 1 });
  });

  it('remembers what a closed ticket says', async () => {
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    world.desk.change('7', { status: 'closed' });
    await bringInLine();
    const { rows } = await world.pool.query('select closed_showing from support_credits.ticket_states');
    expect(rows).toEqual([{ closed_showing: 'debited' }]);
  });

  it('empties the command with the new state, in one update', async () => {
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    refund('a1');
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'refunded', action: undefined });
    expect(world.desk.notes).toEqual(['debited:charged:1', 'refunded:software_defect:2']);
  });

  it('answers a refused command in words and empties it', async () => {
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    for (const id of ['a1', 'a2']) {
      refund(id);
      await reconcileTicket(world.deps, '7');
      await bringInLine();
    }
    expect(world.desk.notes.slice(2)).toEqual(['refused:already_refunded']);
    expect(world.desk.tickets.get('7')).toMatchObject({ action: undefined });
  });

  it('R4: refuses in the language of the agent who asked', async () => {
    world.desk.addUser({ id: '500', isAgent: true, locale: 'ru' });
    await reconcileTicket(world.deps, '7');
    world.desk.ask('7', { id: 'a1', actorId: '500', action: { kind: 'refund', reason: 'feature_request' } });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    expect(world.desk.notes).toEqual(['debited:charged:1 refused:reason_switched_off in ru']);
    expect(world.desk.tickets.get('7')).toMatchObject({ action: undefined });
  });

  it('R12: lets a ticket held for want of credits wait for the client, and opens it when they come', async () => {
    world.addClient('900', 'client@client.test', { spendCents: 0 });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'held', status: 'pending' });
    world.addClient('900', 'client@client.test', { spendCents: 24_300 });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'debited', status: 'open' });
    expect(world.desk.updateCount).toBe(2);
  });

  it('R12: leaves the status to people once it was set', async () => {
    world.addClient('900', 'client@client.test', { spendCents: 0 });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    world.desk.change('7', { status: 'open' });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('nothing_to_do');
    expect(world.desk.tickets.get('7')).toMatchObject({ status: 'open' });
  });

  it('says that a refund waits for approval, in the language of who asked, and empties the command', async () => {
    const { refundReasons } = world.policy;
    const policy = {
      ...world.policy,
      refundReasons: {
        ...refundReasons,
        software_defect: { ...refundReasons.software_defect, freePerDay: 0 },
      },
    };
    world.desk.addUser({ id: '500', isAgent: true, locale: 'ru' });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    refund('a1');
    await reconcileTicket({ ...world.deps, policy }, '7');
    await bringInLine();
    expect(world.desk.notes.at(-1)).toBe('awaiting:software_defect in ru');
    expect(world.desk.tickets.get('7')).toMatchObject({ creditState: 'debited', action: undefined });
  });

  it('leaves a newer asking in the field for the next look', async () => {
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    refund('a1');
    await reconcileTicket(world.deps, '7');
    refund('a2');
    await bringInLine();
    expect(world.desk.tickets.get('7')).toMatchObject({
      creditState: 'refunded',
      action: { kind: 'refund' },
    });
  });

  it('notes once that a ticket is held for another reason now', async () => {
    world.desk.addUser({ id: '900', email: 'new@client.test' });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    world.addClient('900', 'new@client.test', { billingAccountId: '1002' });
    await reconcileTicket(world.deps, '7');
    expect(await bringInLine()).toBe('updated');
    expect(await bringInLine()).toBe('nothing_to_do');
    expect(world.desk.notes).toEqual(['held:unknown_client:-', 'held:no_credits:0']);
  });

  it('takes up a changed reason after the answer of the first note was lost', async () => {
    world.desk.addUser({ id: '900', email: 'new@client.test' });
    await reconcileTicket(world.deps, '7');
    world.desk.loseNextAnswer = true;
    await expect(bringInLine()).rejects.toMatchObject({ code: 'zendesk_unavailable' });
    expect(await bringInLine()).toBe('nothing_to_do');
    world.addClient('900', 'new@client.test', { billingAccountId: '1002' });
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    expect(world.desk.notes).toEqual(['held:unknown_client:-', 'held:no_credits:0']);
  });

  it('answers the asking that stands, even when an older one was answered by a clock that runs ahead', async () => {
    await reconcileTicket(world.deps, '7');
    refund('a1');
    world.clock.advance(60_000);
    await reconcileTicket(world.deps, '7');
    await bringInLine();
    world.clock.advance(-120_000);
    refund('a2');
    await reconcileTicket(world.deps, '7');
    expect((await world.ledger.readStoredTicket('7'))?.answer).toMatchObject({ commandId: 'a2' });
    await bringInLine();
    expect(world.desk.tickets.get('7')).toMatchObject({ action: undefined });
    expect(world.desk.notes.at(-1)).toBe('refused:already_refunded');
  });

  it('knows closed, deleted and never seen tickets', async () => {
    expect(await bringInLine()).toBe('unknown');
    await reconcileTicket(world.deps, '7');
    world.desk.change('7', { status: 'closed' });
    expect(await bringInLine()).toBe('closed');
    world.desk.tickets.clear();
    expect(await bringInLine()).toBe('gone');
  });
});
