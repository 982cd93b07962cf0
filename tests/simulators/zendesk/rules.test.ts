import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

type Rule = { id: number; title: string; position: number; active: boolean };
const TRIGGERS = '/api/v2/triggers';
const RULE = {
  title: 'Greet',
  conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }], any: [] },
  actions: [{ field: 'current_tags', value: 'greeted' }],
};
const listTriggers = async (query = ''): Promise<Rule[]> =>
  (await zendesk.call('GET', `${TRIGGERS}${query}`)).body.triggers as Rule[];
const addTrigger = async (trigger: object = RULE) => zendesk.call('POST', TRIGGERS, { trigger });
const titlesOf = (rules: Rule[]) => rules.map(({ title }) => title);

describe('triggers over the API', () => {
  it('are added last, and run', async () => {
    const { status, body } = await addTrigger();
    expect(status).toBe(201);
    expect((await listTriggers()).at(-1)?.id).toBe((body.trigger as Rule).id);
    const ticket = await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
    expect(ticket.body.ticket.tags).toContain('greeted');
  });

  it('are found by a part of their title', async () => {
    await addTrigger();
    expect(titlesOf(await listTriggers('/search?query=gree'))).toEqual(['Greet']);
    const [first] = await listTriggers();
    await zendesk.call('PUT', `${TRIGGERS}/${String(first?.id)}`, { trigger: { active: false } });
    expect(titlesOf(await listTriggers('?active=false'))).toEqual([first?.title]);
  });

  it('replace conditions and actions together, and nothing when only another property is sent', async () => {
    const { body } = await addTrigger();
    const path = `${TRIGGERS}/${String((body.trigger as Rule).id)}`;
    const renamed = await zendesk.call('PUT', path, { trigger: { title: 'Hello' } });
    expect(renamed.body.trigger).toMatchObject({ title: 'Hello', actions: RULE.actions });
    // Conditions alone empty the actions, and a trigger without actions is refused.
    expect((await zendesk.call('PUT', path, { trigger: { conditions: RULE.conditions } })).status).toBe(422);
  });

  it('are moved by their position and by a new order', async () => {
    await addTrigger();
    const before = await listTriggers();
    const last = before.at(-1)!;
    await zendesk.call('PUT', `${TRIGGERS}/${String(last.id)}`, { trigger: { position: 2 } });
    const moved = await listTriggers();
    expect(moved[1]?.id).toBe(last.id);
    expect(moved.map(({ position }) => position)).toEqual(before.map((_rule, index) => index + 1));
    const reversed = moved.map(({ id }) => id).reverse();
    await zendesk.call('PUT', `${TRIGGERS}/reorder`, { trigger_ids: reversed });
    expect((await listTriggers()).map(({ id }) => id)).toEqual(reversed);
    const some = { trigger_ids: reversed.slice(1) };
    expect((await zendesk.call('PUT', `${TRIGGERS}/reorder`, some)).status).toBe(422);
  });

  it('tell how often each fired, where they are asked to', async () => {
    await zendesk.control('clock', { now: '2026-11-22T10:00:00Z' });
    const { body } = await addTrigger();
    const { id } = body.trigger as Rule;
    const submit = () => zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
    const usesOf = async () => {
      const listed = await listTriggers('?include=usage_1h,usage_24h,usage_7d,usage_30d&page[size]=100');
      return listed.find((one) => one.id === id);
    };
    expect(await usesOf()).toMatchObject({ usage_1h: 0, usage_24h: 0, usage_7d: 0, usage_30d: 0 });
    await submit();
    await submit();
    await zendesk.control('clock', { advanceMs: 2 * 3_600_000 });
    await submit();
    expect(await usesOf()).toMatchObject({ usage_1h: 1, usage_24h: 3, usage_7d: 3, usage_30d: 3 });
    await zendesk.control('clock', { advanceMs: 8 * 86_400_000 });
    expect(await usesOf()).toMatchObject({ usage_1h: 0, usage_24h: 0, usage_7d: 0, usage_30d: 3 });
    expect((await listTriggers())[0]).not.toHaveProperty('usage_1h');
  });

  it('are switched off and removed several at once', async () => {
    const [first, second] = await listTriggers();
    const triggers = [
      { id: first?.id, active: false },
      { id: second?.id, position: 1 },
    ];
    const { body } = await zendesk.call('PUT', `${TRIGGERS}/update_many`, { triggers });
    expect(body.triggers).toMatchObject([
      { id: second?.id, position: 1, active: true },
      { id: first?.id, position: 2, active: false },
    ]);
    const ids = `${String(first?.id)},${String(second?.id)}`;
    expect((await zendesk.call('DELETE', `${TRIGGERS}/destroy_many?ids=${ids}`)).status).toBe(204);
    expect((await listTriggers()).map(({ id }) => id)).not.toContain(first?.id);
  });

  it('say which conditions and actions there are', async () => {
    const { body } = await zendesk.call('GET', `${TRIGGERS}/definitions`);
    const { conditions_all, actions } = body.definitions as Record<string, Record<string, unknown>[]>;
    const line = `custom_fields_${String(zendesk.fieldId('support_line'))}`;
    expect(conditions_all).toContainEqual(
      expect.objectContaining({
        subject: line,
        values: expect.arrayContaining([expect.objectContaining({ value: 'tech' })]),
      }),
    );
    expect(actions).toContainEqual(
      expect.objectContaining({
        subject: 'notification_webhook',
        values: [expect.objectContaining({ value: zendesk.world.webhooks.all()[0]?.id })],
      }),
    );
  });

  it.each([
    [{ ...RULE, title: '' }],
    [{ ...RULE, actions: [] }],
    [{ ...RULE, actions: [{ field: 'comment_value', value: 'Only macros write comments' }] }],
    [{ ...RULE, conditions: { all: [{ field: 'moon', operator: 'is', value: 'full' }] } }],
    [{ ...RULE, actions: [{ field: 'notification_webhook', value: ['unknown', '{}'] }] }],
  ])('refuse %j', async (trigger) => {
    expect((await addTrigger(trigger)).status).toBe(422);
  });

  it('are written by admins only', async () => {
    const care = 'care@agent.test';
    expect((await zendesk.call('GET', TRIGGERS, undefined, care)).status).toBe(200);
    expect((await zendesk.call('POST', TRIGGERS, { trigger: RULE }, care)).status).toBe(403);
    const reorder = { trigger_ids: [] };
    expect((await zendesk.call('PUT', `${TRIGGERS}/reorder`, reorder, care)).status).toBe(403);
  });
});

describe('macros', () => {
  const COMMENT =
    "{% case ticket.requester.language %}{% when 'Русский' %}Кредит возвращён{% else %}Credit returned{% endcase %}" +
    ', {{ticket.requester.first_name}} ({{current_user.name}})';
  const addMacro = async (actions: unknown[]): Promise<number> => {
    const macro = { title: 'Refund', actions };
    return ((await zendesk.call('POST', '/api/v2/macros', { macro })).body.macro as Rule).id;
  };
  const apply = (macroId: number) =>
    zendesk.call(
      'GET',
      `/api/v2/tickets/1/macros/${String(macroId)}/apply.json`,
      undefined,
      'care@agent.test',
    );

  beforeEach(async () => {
    await zendesk.control('seed', { tickets: [{ requester: 'empty@client.test' }] });
  });

  it('show what they would make of a ticket, and change nothing', async () => {
    const action = zendesk.fieldId('credit_action');
    const macroId = await addMacro([
      { field: `custom_fields_${String(action)}`, value: 'credit_action_refund_goodwill' },
      { field: 'status', value: 'solved' },
      { field: 'comment_value', value: ['channel:all', COMMENT] },
      { field: 'comment_mode_is_public', value: 'true' },
    ]);
    const { body } = await apply(macroId);
    const { ticket } = body.result as { ticket: Record<string, unknown> };
    expect(ticket).toMatchObject({
      id: 1,
      status: 'solved',
      tags: expect.arrayContaining(['credit_action_refund_goodwill']),
      custom_fields: expect.arrayContaining([{ id: action, value: 'credit_action_refund_goodwill' }]),
      comment: { body: 'Кредит возвращён, Егор (Carol Reyes)', public: true },
    });
    expect(zendesk.world.tickets.get(1)).toMatchObject({ status: 'new', tags: ['sales'] });
  });

  it('are changed and removed, and are not applied when they are switched off', async () => {
    const macroId = await addMacro([{ field: 'priority', value: 'high' }]);
    const path = `/api/v2/macros/${String(macroId)}`;
    const { body } = await zendesk.call('PUT', path, { macro: { title: 'Urgent', active: false } });
    expect(body.macro).toMatchObject({ title: 'Urgent', actions: [{ field: 'priority', value: 'high' }] });
    expect((await apply(macroId)).status).toBe(404);
    expect((await zendesk.call('DELETE', path)).status).toBe(204);
    expect((await zendesk.call('GET', path)).status).toBe(404);
  });

  it('refuse actions that are for triggers', async () => {
    const macro = { title: 'Hook', actions: [{ field: 'notification_webhook', value: ['x', '{}'] }] };
    expect((await zendesk.call('POST', '/api/v2/macros', { macro })).status).toBe(422);
  });
});

describe('views', () => {
  const addView = async (view: object) => zendesk.call('POST', '/api/v2/views', { view });
  const readIds = async (viewId: number) => {
    const { body } = await zendesk.call('GET', `/api/v2/views/${String(viewId)}/tickets.json`);
    return body.tickets.map(({ id }) => id);
  };
  const UNSOLVED = { field: 'status', operator: 'less_than', value: 'solved' };

  it('hold the tickets for which their conditions hold now', async () => {
    await zendesk.control('seed', {
      tickets: [
        { requester: 'credits@client.test', fields: { support_credit: 'credit_held' } },
        { requester: 'empty@client.test', fields: { support_credit: 'credit_held' }, status: 'solved' },
        { requester: 'empty@client.test', fields: { support_credit: 'credit_pending' } },
        { requester: 'empty@client.test' },
      ],
    });
    const credit = `custom_fields_${String(zendesk.fieldId('support_credit'))}`;
    const held = await addView({
      title: 'Held',
      all: [UNSOLVED, { field: credit, operator: 'is', value: 'credit_held' }],
      output: { columns: ['status', 'requester'], sort_by: 'nice_id', sort_order: 'asc' },
    });
    const { id } = held.body.view as Rule;
    expect(held.body.view).toMatchObject({ execution: { sort_by: 'nice_id' }, restriction: null });
    expect(await readIds(id)).toEqual([1]);
    const count = await zendesk.call('GET', `/api/v2/views/${String(id)}/count.json`);
    expect(count.body.view_count).toMatchObject({ view_id: id, value: 1, pretty: '1' });

    const any = [
      { field: 'current_tags', operator: 'includes', value: 'credit_held credit_pending' },
      { field: 'requester_id', operator: 'is', value: 'current_user' },
    ];
    await zendesk.call('PUT', `/api/v2/views/${String(id)}`, { view: { all: [UNSOLVED], any } });
    expect(await readIds(id)).toEqual([1, 3]);
    await zendesk.call('DELETE', '/api/v2/tickets/3');
    expect(await readIds(id)).toEqual([1]);
  });

  it.each([
    [{ title: 'No status', all: [{ field: 'current_tags', operator: 'includes', value: 'x' }] }],
    [{ title: 'A change', all: [{ field: 'status', operator: 'changed' }] }],
    [{ title: 'An update', all: [UNSOLVED, { field: 'update_type', operator: 'is', value: 'Create' }] }],
  ])('refuse %j', async (view) => {
    expect((await addView(view)).status).toBe(422);
  });
});
