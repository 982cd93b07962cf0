import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { bringTicketInLine } from '../../../src/use-cases/bringTicketInLine';
import { reconcileTicket } from '../../../src/use-cases/reconcileTicket';
import { startDeskOnTest } from '../../adapters/zendesk/deskOnTest';
import type { DeskOnTest } from '../../adapters/zendesk/deskOnTest';
import { runLine } from '../../server/cli/runLine';
import { buildRecordingLogger } from '../../server/recordingLogger';
import { readBalances, readProblems } from './rebuildWorld';
import { runQueuedLooks } from '../runQueuedLooks';
import { openWorld } from '../world';
import type { World } from '../world';

jest.setTimeout(120_000);

let account: DeskOnTest;
let worlds: World[] = [];

beforeEach(async () => {
  account = await startDeskOnTest();
});
afterEach(async () => {
  await account.close();
  for (const world of worlds) await world.close();
  worlds = [];
});

/** A bridge with an empty ledger, on the simulated account. */
async function openBridge() {
  const world = await openWorld();
  worlds.push(world);
  world.clock.now = () => new Date();
  world.addClient('none', 'credits@client.test', { billingAccountId: '1001', spendCents: 90_000 });
  world.addClient('none', 'nearly@client.test', { billingAccountId: '1004', spendCents: 90_000 });
  world.addClient('none', 'partner@client.test', { billingAccountId: '1003', partnerLevel: 'Gold' });
  const deps = { ...world.deps, desk: account.buildDesk() };
  const look = async (...ticketIds: string[]) => {
    for (const ticketId of ticketIds) await reconcileTicket(deps, ticketId);
    const looked = await runQueuedLooks({ pool: world.pool, deps });
    for (const ticketId of new Set([...ticketIds, ...looked])) await bringTicketInLine(deps, ticketId);
  };
  return { world, deps, look };
}

const setField = (ticketId: string, identifier: string, value: string, by?: string) =>
  account.updateTicket(ticketId, { custom_fields: [{ id: account.fieldId(identifier), value }] }, by);
const askTech = (requester = 'credits@client.test') =>
  account.seedTicket({ requester, fields: { support_line: 'tech' } });
const post = async (path: string, body: unknown) =>
  (await account.call('POST', path, body)) as { ticket: { id: number } };
const countUpdates = async () =>
  (await account.readReceived()).filter(({ method }) => method === 'PUT').length;

/** A merge is a job: it is done when the ticket is closed. */
async function merge(ticketId: string, target: string): Promise<void> {
  await account.call('POST', `/api/v2/tickets/${target}/merge.json`, { ids: [Number(ticketId)] });
  while ((await account.buildDesk().readTicket(ticketId))?.status !== 'closed') {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Tickets that end in every way that a credit can go; answers them all, and the one that was deleted in the end. */
async function liveAWhile(look: (...ticketIds: string[]) => Promise<void>) {
  const ids: string[] = [];
  const open = async (requester?: string) => {
    const id = await askTech(requester);
    ids.push(id);
    await look(id);
    return id;
  };
  await open();
  await open('partner@client.test');

  const returned = await open();
  await setField(returned, 'credit_action', 'credit_action_refund_hotfix', 'tech@agent.test');
  await look(returned);
  await setField(returned, 'credit_action', 'credit_action_debit', 'care@agent.test');
  await look(returned);

  const handedBack = await open();
  await setField(handedBack, 'support_line', 'sales', 'tech@agent.test');
  await look(handedBack);

  const given = await open();
  const { users } = (await account.call(
    'GET',
    '/api/v2/users/search.json?query=email:nearly@client.test',
  )) as {
    users: { id: number }[];
  };
  await account.updateTicket(given, { requester_id: users[0]?.id });
  await look(given);

  const closed = await open();
  await account.updateTicket(closed, { status: 'closed' });
  await look(closed);
  const followUp = { via_followup_source_id: Number(closed), comment: { body: 'Again' } };
  const { ticket } = await post('/api/v2/tickets.json', { ticket: followUp });
  ids.push(String(ticket.id));
  await look(String(ticket.id));

  const [merged, target] = [await open(), await open()];
  await merge(merged, target);
  await look(merged);

  const typed = await account.seedTicket({ fields: { support_line: 'sales' } });
  ids.push(typed);
  await setField(typed, 'support_credit', 'credit_debited', 'care@agent.test');
  await look(typed);

  const deleted = await open();
  await account.call('DELETE', `/api/v2/tickets/${deleted}.json`);
  await look(deleted);
  return { ids, deleted };
}

const runCommand = (line: string, { world, deps }: Awaited<ReturnType<typeof openBridge>>) =>
  runLine(line, {
    openSweep: async () => ({
      changedTickets: account.buildChangedTickets(),
      sweepMemory: buildSweepMemory(world.pool),
      clock: world.clock,
      logger: buildRecordingLogger().logger,
      wait: () => Promise.reject(new Error('nothing fails')),
      openRestore: async () => deps,
    }),
  });

describe('a ledger that was lost', () => {
  it('is rebuilt from the audits of a simulated account, and no ticket is written for it', async () => {
    // given: tickets that lived with a bridge
    const bridge = await openBridge();
    const { ids, deleted } = await liveAWhile(bridge.look);
    const alive = ids.filter((ticketId) => ticketId !== deleted);
    await bridge.look(...alive);
    const before = (await readProblems(bridge.world)).filter(
      ({ problem_id }) => problem_id !== `zt_${deleted}`,
    );
    const updates = await countUpdates();
    expect(before.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual(
      expect.arrayContaining([
        'waiver partner',
        'refund hotfix',
        'refund wrong_line',
        'refund requester_changed',
        'refund duplicate',
      ]),
    );

    // when: its database is lost, and the command goes through the whole history
    const lost = await openBridge();
    await account.advanceClock(61_000);
    const { code, out } = await runCommand('sweep --from 2026-01-01T00:00:00Z --rebuild', lost);

    // then: everything but what the deleted ticket told is there again, and stays
    expect(out).toContain(`Deleted tickets whose history is gone: 1 (${deleted})`);
    expect(out).not.toContain('Could not be brought back');
    expect(code).toBe(1);
    await lost.look();
    await lost.look(...alive);
    expect(await readProblems(lost.world)).toEqual(before);
    expect(await readBalances(lost.world)).toEqual(await readBalances(bridge.world));
    expect(await countUpdates()).toBe(updates);
  });
});
