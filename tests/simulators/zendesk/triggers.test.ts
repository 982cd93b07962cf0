import type { TriggerAction, TriggerCondition } from '../../../src/simulators/zendesk/entities/SimTrigger';
import { startReceiver } from './startReceiver';
import type { Receiver } from './startReceiver';
import { startTestZendesk } from './startTestZendesk';
import type { Answer, TestZendesk } from './startTestZendesk';

const CARE = 'care@agent.test';
const CREATED: TriggerCondition = { field: 'update_type', operator: 'is', value: 'Create' };
const CHANGED: TriggerCondition = { field: 'update_type', operator: 'is', value: 'Change' };
const TAG = (tag: string): TriggerAction => ({ field: 'current_tags', value: tag });
let zendesk: TestZendesk;
let receiver: Receiver;

beforeEach(async () => {
  receiver = await startReceiver();
  zendesk = await startTestZendesk(receiver.url);
  zendesk.world.triggers.replaceAll([]);
});
afterEach(async () => {
  await zendesk.close();
  await receiver.close();
});

/** A trigger at the end of the list; conditions are all of `all` and one of `any`. */
function addTrigger(all: TriggerCondition[], actions: TriggerAction[], any: TriggerCondition[] = []): void {
  const id = zendesk.world.ids.nextId();
  const position = zendesk.world.triggers.all().length + 1;
  const now = '2026-11-22T00:00:00Z';
  const times = { created_at: now, updated_at: now };
  const title = `Trigger ${String(position)}`;
  const conditions = { all, any };
  zendesk.world.triggers.put({
    id,
    title,
    description: '',
    active: true,
    position,
    conditions,
    actions,
    ...times,
  });
}
const create = async (ticket: Record<string, unknown> = {}): Promise<Answer['body']['ticket']> => {
  const input = { subject: 'Help', comment: { body: 'Text' }, ...ticket };
  return (await zendesk.call('POST', '/api/v2/tickets', { ticket: input }, CARE)).body.ticket;
};
const update = async (ticket: Record<string, unknown>): Promise<Answer['body']['ticket']> =>
  (await zendesk.call('PUT', '/api/v2/tickets/1', { ticket }, CARE)).body.ticket;

describe('the trigger cycle', () => {
  it('starts again from the top after a change, among those that have not fired', async () => {
    addTrigger([{ field: 'current_tags', operator: 'includes', value: 'two' }], [TAG('one')]);
    addTrigger([CREATED], [TAG('two')]);
    expect((await create()).tags).toEqual(['one', 'two']);
  });

  it('fires each trigger once at most, even when two undo each other', async () => {
    const includes = (operator: string): TriggerCondition => ({
      field: 'current_tags',
      operator,
      value: 'flip',
    });
    addTrigger([includes('not_includes')], [TAG('flip')]);
    addTrigger([includes('includes')], [{ field: 'remove_tags', value: 'flip' }]);
    expect((await create()).tags).toEqual([]);
  });

  it('passes over inactive triggers and follows positions', async () => {
    addTrigger([CREATED], [{ field: 'priority', value: 'low' }]);
    addTrigger([CREATED], [{ field: 'priority', value: 'urgent' }]);
    const [first] = zendesk.world.triggers.all();
    expect(await create()).toMatchObject({ priority: 'urgent' });
    zendesk.world.triggers.put({ ...first!, position: 9 });
    expect(await create()).toMatchObject({ priority: 'low' });
    zendesk.world.triggers.put({ ...first!, active: false });
    expect(await create()).toMatchObject({ priority: 'urgent' });
  });

  it('shows the net change only, and no event for what was undone', async () => {
    addTrigger([CREATED], [TAG('passing')]);
    addTrigger(
      [{ field: 'current_tags', operator: 'includes', value: 'passing' }],
      [
        { field: 'remove_tags', value: 'passing' },
        { field: 'status', value: 'open' },
      ],
    );
    await create();
    const { body } = await zendesk.call('GET', '/api/v2/tickets/1/audits');
    const changes = body.audits[0]?.events.filter((event) => event.type === 'Change');
    expect(changes).toMatchObject([{ field_name: 'status', value: 'open', previous_value: 'new' }]);
  });

  it('runs on an update by anyone, our own writes included', async () => {
    await create();
    addTrigger([CHANGED], [TAG('seen')]);
    const oauth = await fetch(`${zendesk.url}/oauth/tokens`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'test-bridge',
        client_secret: 'test-secret',
        scope: 'read write',
      }),
    });
    const { access_token: token } = (await oauth.json()) as { access_token: string };
    await fetch(`${zendesk.url}/api/v2/tickets/1`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { status: 'open' } }),
    });
    expect(zendesk.world.tickets.get(1)?.tags).toEqual(['seen']);
  });

  it('sends webhooks after the cycle, with the placeholders of the moment when they fired', async () => {
    const webhookId = zendesk.world.webhooks.all()[0]?.id ?? '';
    const text = '{{ticket.id}} {{ticket.status}} {{ticket.requester.email}} {{current_user.name}}';
    addTrigger([CREATED], [{ field: 'notification_webhook', value: [webhookId, text] }]);
    addTrigger([CREATED], [{ field: 'status', value: 'open' }]);
    await create({ requester: { email: 'credits@client.test' } });
    await receiver.waitFor(1);
    expect(receiver.deliveries[0]?.body).toBe('1 New credits@client.test Carol Reyes');
    expect(zendesk.world.tickets.get(1)?.status).toBe('open');
  });

  it('puts free text into a body as it is, quotes and all, unless the template asks for JSON', async () => {
    const webhookId = zendesk.world.webhooks.all()[0]?.id ?? '';
    const text = '"{{ticket.title}}" {{ticket.title | json}}';
    addTrigger([CREATED], [{ field: 'notification_webhook', value: [webhookId, text] }]);
    await create({ subject: 'say "hi"' });
    await receiver.waitFor(1);
    expect(receiver.deliveries[0]?.body).toBe('"say "hi"" "say \\"hi\\""');
  });

  it('records a mail to the requester in the audit', async () => {
    const body = 'Hello {{ticket.requester.first_name}}';
    addTrigger(
      [CREATED],
      [{ field: 'notification_user', value: ['requester_id', 'Ticket {{ticket.id}}', body] }],
    );
    const ticket = await create({ requester: { email: 'credits@client.test' } });
    const { body: answer } = await zendesk.call('GET', '/api/v2/tickets/1/audits');
    expect(answer.audits[0]?.events.at(-1)).toMatchObject({
      type: 'Notification',
      subject: 'Ticket 1',
      body: 'Hello Clara',
      recipients: [zendesk.world.tickets.get(ticket.id)?.requester_id],
      via: { channel: 'rule' },
    });
  });
});

describe('conditions on creation', () => {
  const line = (): string => `custom_fields_${String(zendesk.fieldId('support_line'))}`;

  it.each<[string, string | undefined, string | null, boolean]>([
    ['update_type', 'is', 'Create', true],
    ['update_type', undefined, 'Change', false],
    ['status', 'is', 'new', true],
    ['status', 'is_not', 'new', false],
    ['status', 'less_than', 'solved', true],
    ['status', 'greater_than', 'new', false],
    ['status', 'changed', null, true],
    ['priority', 'greater_than', 'normal', true],
    ['priority', 'less_than', 'high', false],
    ['type', 'is', '', true],
    ['type', 'not_changed', null, true],
    ['current_tags', 'includes', 'none vip', true],
    ['current_tags', 'not_includes', 'none other', true],
    ['current_tags', 'not_includes', 'none vip', false],
    ['via_id', 'is', '5', true],
    ['via_id', 'is', '0', false],
    ['comment_is_public', 'is', 'true', true],
    ['comment_is_public', 'is', 'false', false],
    ['comment_is_public', 'is', 'not_relevant', true],
    ['role', 'is', 'agent', true],
    ['current_user', 'is', 'end_user', false],
    ['requester_id', 'is', 'assignee_id', false],
    ['assignee_id', 'is', '', true],
    ['subject_includes_word', 'includes', 'please help', true],
    ['comment_includes_word', 'not_includes', 'refund', true],
    ['LINE', 'present', null, true],
    ['LINE', 'not_present', null, false],
    ['LINE', 'is', 'tech', true],
    ['LINE', 'value', 'sales', false],
  ])('%s %s %p: %p', async (field, operator, value, holds) => {
    const condition = { field: field === 'LINE' ? line() : field, value, ...(operator && { operator }) };
    addTrigger([condition], [TAG('fired')]);
    const { tags } = await create({ tags: ['vip', 'tech'], priority: 'high' });
    expect(tags.includes('fired')).toBe(holds);
  });
});

describe('conditions on a change', () => {
  it.each<[string, string, string | null, boolean]>([
    ['status', 'changed', null, true],
    ['status', 'value', 'pending', true],
    ['status', 'value_previous', 'new', true],
    ['status', 'not_value', 'pending', false],
    ['priority', 'changed', null, false],
    ['priority', 'not_changed', null, true],
    ['comment_is_public', 'is', 'not_relevant', false],
  ])('%s %s %p: %p', async (field, operator, value, holds) => {
    await create();
    addTrigger([CHANGED, { field, operator, value }], [TAG('fired')]);
    expect((await update({ status: 'pending' })).tags.includes('fired')).toBe(holds);
  });

  it('need all of one list and one of the other', async () => {
    await create();
    const isOpen: TriggerCondition = { field: 'status', operator: 'is', value: 'open' };
    const isHigh: TriggerCondition = { field: 'priority', operator: 'is', value: 'high' };
    addTrigger([CHANGED], [TAG('fired')], [isOpen, isHigh]);
    expect((await update({ status: 'pending' })).tags).toEqual([]);
    expect((await update({ priority: 'high' })).tags).toEqual(['fired']);
  });
});

describe('triggers over the API', () => {
  it('replace conditions and actions together, and refuse what cannot run', async () => {
    addTrigger([CREATED], [TAG('one')]);
    const id = zendesk.world.triggers.all()[0]?.id ?? 0;
    const put = (trigger: unknown) => zendesk.call('PUT', `/api/v2/triggers/${String(id)}.json`, { trigger });
    const answer = await put({ actions: [TAG('two')] });
    expect(answer.body).toMatchObject({
      trigger: { conditions: { all: [], any: [] }, actions: [{ value: 'two' }] },
    });
    expect((await put({ conditions: { all: [CREATED] } })).status).toBe(422);
    expect((await put({ actions: [{ field: 'notification_webhook', value: ['nowhere', ''] }] })).status).toBe(
      422,
    );
    const wrong = { all: [{ field: 'weather', operator: 'is', value: 'fine' }] };
    const { status, body } = await put({ conditions: wrong, actions: [TAG('x')] });
    expect(status).toBe(422);
    expect(JSON.stringify(body.details)).toContain('There is no condition weather.');
  });

  it('are listed in order, and only the active ones on request', async () => {
    addTrigger([CREATED], [TAG('one')]);
    addTrigger([CREATED], [TAG('two')]);
    const [first] = zendesk.world.triggers.all();
    await zendesk.call('PUT', `/api/v2/triggers/${String(first?.id)}`, { trigger: { active: false } });
    expect((await zendesk.call('GET', '/api/v2/triggers.json')).body).toMatchObject({ count: 2 });
    expect((await zendesk.call('GET', '/api/v2/triggers/active')).body).toMatchObject({
      triggers: [{ title: 'Trigger 2' }],
    });
    expect((await zendesk.call('GET', `/api/v2/triggers/${String(first?.id)}`)).status).toBe(200);
    expect((await zendesk.call('GET', '/api/v2/triggers/1')).status).toBe(404);
  });
});
