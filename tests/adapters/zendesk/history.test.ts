import { setTimeout as pause } from 'node:timers/promises';
import { toDeskHistory } from '../../../src/adapters/zendesk/toDeskHistory';
import { auditsAnswer } from '../../../src/adapters/zendesk/wire';
import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';

const fieldIds = { line: '11', credit: '12', action: '13', creditsLeft: undefined };
const AGENT = '500';
const isAgent = (userId: string) => userId === AGENT;

let id = 0;
const audit = (minute: number, author: string, events: object[], via?: object) => {
  id += 1;
  const created_at = `2026-11-22T10:${String(minute).padStart(2, '0')}:00Z`;
  return { id, author_id: author, created_at, events, ...(via ? { via } : {}) };
};
const set = (field: string, value: string | null) => ({ type: 'Change', field_name: field, value });
const say = (body: string, isPublic = true) => ({ type: 'Comment', body, public: isPublic });
const read = (audits: object[]) => toDeskHistory(auditsAnswer.parse({ audits }).audits, fieldIds, isAgent);

describe('toDeskHistory', () => {
  it('tells the line, the commands and the credit states, oldest first, with who and when', () => {
    const history = read([
      audit(9, '7', [set('12', 'credit_debited')]),
      audit(5, AGENT, [set('11', 'tech'), set('13', 'credit_action_refund_hotfix')]),
      audit(1, '900', [{ type: 'Create', field_name: '11', value: 'sales' }, say('Help')]),
    ]);
    expect(history.lineChanges).toEqual([
      { line: 'sales', at: '2026-11-22T10:01:00Z', actorId: '900' },
      { line: 'tech', at: '2026-11-22T10:05:00Z', actorId: AGENT },
    ]);
    expect(history.commands).toEqual([
      {
        id: expect.any(String),
        action: { kind: 'refund', reason: 'hotfix' },
        actorId: AGENT,
        at: '2026-11-22T10:05:00Z',
      },
    ]);
    expect(history.creditChanges).toMatchObject([
      { state: 'debited', at: '2026-11-22T10:09:00Z', actorId: '7' },
    ]);
  });

  it('tells which command was taken out of its field together with a new state', () => {
    const taken = { ...set('13', null), previous_value: 'credit_action_refund_hotfix' };
    const changes = read([
      audit(3, '7', [set('12', 'credit_refunded'), taken]),
      audit(4, '7', [set('12', 'credit_debited')]),
    ]).creditChanges;
    expect(changes.map((change) => change.taken)).toEqual([{ kind: 'refund', reason: 'hotfix' }, undefined]);
  });

  it('takes what a trigger did for nobody’s, whoever wrote the ticket', () => {
    const byRule = { ...set('12', 'credit_debited'), via: { channel: 'rule' } };
    expect(read([audit(3, '7', [byRule])]).creditChanges).toMatchObject([{ actorId: undefined }]);
  });

  it('tells whose ticket it was from the beginning, also when only the change says who had it before', () => {
    const change = { ...set('requester_id', '901'), previous_value: '900' };
    const created = { type: 'Create', field_name: 'requester_id', value: 900 };
    const told = (audits: object[]) => read(audits).requesterChanges.map(({ requesterId }) => requesterId);
    expect(told([audit(3, AGENT, [change])])).toEqual(['900', '901']);
    expect(told([audit(1, '900', [created]), audit(3, AGENT, [change])])).toEqual(['900', '901']);
  });

  it('tells to which problem ticket it was linked, and that it no longer is', () => {
    const { problemLinks } = read([
      audit(3, AGENT, [set('problem_id', '40')]),
      audit(4, AGENT, [set('problem_id', null)]),
    ]);
    expect(problemLinks.map(({ problemTicketId }) => problemTicketId)).toEqual(['40', undefined]);
  });

  it('counts as replies only what people of the helpdesk said in public to a ticket that was there', () => {
    const { agentReplies } = read([
      audit(1, AGENT, [say('Made for a client on the telephone')]),
      audit(2, '900', [say('Any news?')]),
      audit(3, AGENT, [say('Look at this', false)]),
      audit(4, AGENT, [say('We look into it')]),
      audit(5, '7', [{ ...say('Sent by the integration for an agent'), author_id: AGENT }]),
    ]);
    expect(agentReplies).toEqual([
      { at: '2026-11-22T10:04:00Z', authorId: AGENT },
      { at: '2026-11-22T10:05:00Z', authorId: AGENT },
    ]);
  });

  it('finds the ticket that this one was merged into, by its number or by the comment of the merge', () => {
    const closing = [
      say('This request was closed and merged into request #42 "Panel".', false),
      set('status', 'closed'),
    ];
    const merge = (to: object) => [audit(3, AGENT, closing, { source: { rel: 'merge', to } })];
    expect(read(merge({ ticket_id: 41 }))).toMatchObject({
      mergedInto: '41',
      closedAt: '2026-11-22T10:03:00Z',
    });
    expect(read(merge({}))).toMatchObject({ mergedInto: '42' });
    const silent = [
      audit(3, AGENT, [set('status', 'closed')], { source: { rel: 'merge', from: { ticket_id: 41 } } }),
    ];
    expect(read(silent)).toMatchObject({ mergedInto: '41' });
  });

  it('finds it where nobody left a comment with the merge', async () => {
    const account = await startDeskOnTest();
    try {
      const [source, target] = [await account.seedTicket(), await account.seedTicket()];
      await account.call('POST', `/api/v2/tickets/${target}/merge.json`, { ids: [Number(source)] });
      const read = () => account.buildDesk().readHistory(source);
      while ((await read())?.closedAt === undefined) await pause(20);
      expect(await read()).toMatchObject({ mergedInto: target });
    } finally {
      await account.close();
    }
  });

  it('takes the ticket that another one was merged into for no merged one', () => {
    const told = audit(3, AGENT, [say('Request #41 was closed and merged into this request.', false)], {
      source: { rel: 'merge', from: { ticket_id: 41 } },
    });
    expect(read([told])).toMatchObject({ mergedInto: undefined, closedAt: undefined });
  });
});

describe('readHistory', () => {
  let account: DeskOnTest;
  beforeEach(async () => {
    account = await startDeskOnTest();
  });
  afterEach(() => account.close());

  it('reads what a simulated account tells of a ticket', async () => {
    const ticketId = await account.seedTicket();
    const line = account.fieldId('support_line');
    await account.updateTicket(ticketId, { custom_fields: [{ id: line, value: 'sales' }] });
    await account.updateTicket(ticketId, { custom_fields: [{ id: line, value: 'tech' }] });
    await account.updateTicket(ticketId, { comment: { body: 'We look into it', public: true } });
    const history = await account.buildDesk().readHistory(ticketId);
    expect(history?.lineChanges.map((change) => change.line)).toEqual(['sales', 'tech']);
    expect(history?.agentReplies).toHaveLength(1);
  });

  it('tells admins from agents, and which language people of the helpdesk read', async () => {
    const desk = account.buildDesk();
    const roleOf = async (email: string) => {
      const { users } = (await account.call('GET', `/api/v2/users/search.json?query=email:${email}`)) as {
        users: { id: number }[];
      };
      return desk.readUser(String(users[0]?.id));
    };
    expect(await roleOf('admin@agent.test')).toMatchObject({ isAgent: true, isAdmin: true });
    expect(await roleOf('care@agent.test')).toMatchObject({ isAgent: true, isAdmin: false });
    expect(await roleOf('credits@client.test')).toMatchObject({ isAgent: false, isAdmin: false });
  });

  it('knows who the bridge itself is, and whose ticket it is', async () => {
    const desk = account.buildDesk();
    const ownUserId = await desk.readOwnUserId();
    const ticketId = await account.seedTicket();
    const ticket = await desk.readTicket(ticketId);
    await desk.updateTicket({ ticketId, expectedUpdatedAt: ticket!.updatedAt, creditState: 'held' });
    const history = await desk.readHistory(ticketId);
    expect(history?.creditChanges).toMatchObject([{ state: 'held', actorId: ownUserId }]);
    expect(history?.requesterChanges.at(-1)?.requesterId).toBe(ticket?.requesterId);
  });

  it('asks about the same people once in ten minutes', async () => {
    const desk = account.buildDesk();
    for (const ticketId of [await account.seedTicket(), await account.seedTicket()]) {
      await account.updateTicket(ticketId, { comment: { body: 'We look into it', public: true } });
      expect((await desk.readHistory(ticketId))?.agentReplies).toHaveLength(1);
    }
    const asked = (await account.readReceived()).filter(({ path }) => /^.api.v2.users.\d+/.test(path));
    expect(new Set(asked.map(({ path }) => path)).size).toBe(asked.length);
  });

  it('knows nothing of a ticket that is not there', async () => {
    expect(await account.buildDesk().readHistory('4711')).toBeUndefined();
  });
});
