import { startTestZendesk } from './startTestZendesk';
import type { Answer, TestZendesk } from './startTestZendesk';

const CARE = 'care@agent.test';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const create = async (ticket: Record<string, unknown> = {}): Promise<Answer['body']['ticket']> => {
  const input = { subject: 'Help', comment: { body: 'Text' }, ...ticket };
  const { status, body } = await zendesk.call('POST', '/api/v2/tickets.json', { ticket: input }, CARE);
  expect(status).toBe(201);
  return body.ticket;
};
const update = (id: number, ticket: Record<string, unknown>): Promise<Answer> =>
  zendesk.call('PUT', `/api/v2/tickets/${String(id)}.json`, { ticket }, CARE);
const valueOf = (ticket: Answer['body']['ticket'], identifier: string): unknown =>
  ticket.custom_fields.find((field) => field.id === zendesk.fieldId(identifier))?.value;

describe('tickets', () => {
  it('are counted from 1 and listed newest first', async () => {
    await create({ subject: 'one' });
    await create({ subject: 'two' });
    const { body } = await zendesk.call('GET', '/api/v2/tickets?per_page=1', undefined, CARE);
    expect(body).toMatchObject({ tickets: [{ id: 2, subject: 'two' }], count: 2, previous_page: null });
    expect(body.next_page).toContain('page=2');
  });

  it('take a requester by address and make them an unverified end user when new', async () => {
    const ticket = await create({ requester: { name: 'New Person', email: 'new@client.test' } });
    const user = zendesk.world.users.find((one) => one.email === 'new@client.test');
    expect(user).toMatchObject({ role: 'end-user', name: 'New Person', identities: [{ verified: false }] });
    expect(ticket).toMatchObject({ requester_id: user?.id, via: { channel: 'api' }, status: 'new' });
  });

  it('are refused without a comment', async () => {
    const { status, body } = await zendesk.call('POST', '/api/v2/tickets', { ticket: { subject: 'x' } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: 'RecordInvalid', details: { base: [{ error: 'BlankValue' }] } });
  });

  it('are created once for the same Idempotency-Key', async () => {
    const send = async (subject: string) => {
      const response = await fetch(`${zendesk.url}/api/v2/tickets`, {
        method: 'POST',
        headers: {
          authorization: `Bearer playground:${CARE}`,
          'content-type': 'application/json',
          'idempotency-key': 'key-1',
        },
        body: JSON.stringify({ ticket: { subject, comment: { body: 'x' } } }),
      });
      return { status: response.status, lookup: response.headers.get('x-idempotency-lookup') };
    };
    expect(await send('one')).toEqual({ status: 201, lookup: 'miss' });
    expect(await send('one')).toEqual({ status: 201, lookup: 'hit' });
    expect((await send('other')).status).toBe(400);
    expect(zendesk.world.tickets.all()).toHaveLength(1);
  });

  it('answer an update with the ticket and its audit, and change only what was sent', async () => {
    const { id } = await create({ priority: 'high' });
    const { status, body } = await update(id, { status: 'pending', type: 'question' });
    expect(status).toBe(200);
    expect(body.ticket).toMatchObject({ status: 'pending', type: 'question', priority: 'high' });
    expect(body.audit.events).toMatchObject([
      { type: 'Change', field_name: 'status', value: 'pending', previous_value: 'new' },
      { type: 'Change', field_name: 'type', value: 'question', previous_value: null },
    ]);
  });

  it('are opened by an assignee, and refuse one who is no agent', async () => {
    const { id } = await create();
    const agent = zendesk.world.users.find((user) => user.email === CARE);
    const client = zendesk.world.users.find((user) => user.role === 'end-user');
    expect((await update(id, { assignee_id: client?.id })).status).toBe(422);
    expect((await update(id, { assignee_id: agent?.id })).body.ticket).toMatchObject({ status: 'open' });
  });

  it('become incidents of a problem, which must be one', async () => {
    const problem = await create({ type: 'problem' });
    const { id } = await create();
    expect((await update(id, { problem_id: id })).status).toBe(422);
    expect((await update(id, { problem_id: problem.id })).body.ticket).toMatchObject({
      type: 'incident',
      problem_id: problem.id,
    });
    const incidents = await zendesk.call('GET', `/api/v2/tickets/${String(problem.id)}/incidents`);
    expect(incidents.body.tickets.map((ticket) => ticket.id)).toEqual([id]);
    const shown = await zendesk.call('GET', `/api/v2/tickets/${String(problem.id)}`);
    expect(shown.body.ticket).toMatchObject({ has_incidents: true });
  });

  it('are not found after they were deleted', async () => {
    const { id } = await create();
    const path = `/api/v2/tickets/${String(id)}.json`;
    expect((await zendesk.call('DELETE', path)).status).toBe(204);
    const { status, body } = await zendesk.call('GET', path);
    expect(status).toBe(404);
    expect(body).toEqual({ error: 'RecordNotFound', description: 'Not found' });
    expect((await update(id, { status: 'open' })).status).toBe(404);
  });

  it('cannot be changed once they are closed', async () => {
    const { id } = await create();
    await update(id, { status: 'closed' });
    const { status, body } = await update(id, { comment: { body: 'late' } });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: 'RecordInvalid' });
  });

  it.each([
    [{ status: 'reopened' }, 422],
    [{ comment: { body: ' ' } }, 422],
    [{ requester_id: 1 }, 422],
    [{ custom_fields: 'none' }, 400],
    [{ tags: 7 }, 400],
  ])('refuse %p with %p', async (input, expected) => {
    const { id } = await create();
    expect((await update(id, input)).status).toBe(expected);
  });

  it('refuse a body that is not JSON', async () => {
    const response = await fetch(`${zendesk.url}/api/v2/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer playground:${CARE}`, 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.status).toBe(400);
  });
});

describe('a safe update', () => {
  it('is refused with 409 when the ticket has moved on, and nothing of it is kept', async () => {
    const { id, updated_at: stamp } = await create();
    await zendesk.control('clock', { advanceMs: 2000 });
    await update(id, { status: 'open' });
    const { status, body } = await update(id, { status: 'solved', safe_update: true, updated_stamp: stamp });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: 'UpdateConflict' });
    expect(zendesk.world.tickets.get(id)?.status).toBe('open');
  });

  it('goes through with the stamp of the ticket', async () => {
    const { id, updated_at: stamp } = await create();
    const { status } = await update(id, { status: 'open', safe_update: true, updated_stamp: stamp });
    expect(status).toBe(200);
  });

  it('is meant by the key alone, whatever its value', async () => {
    const { id } = await create();
    const stale = { safe_update: false, updated_stamp: '2020-01-01T00:00:00Z', status: 'open' };
    expect((await update(id, stale)).status).toBe(409);
  });
});

describe('an update that changes nothing', () => {
  it('leaves time, audits and triggers alone', async () => {
    const { id, updated_at: before } = await create();
    await zendesk.control('clock', { advanceMs: 5000 });
    const { body } = await update(id, { status: 'new' });
    expect(body.ticket.updated_at).toBe(before);
    expect(body.audit.events).toEqual([]);
    expect(zendesk.world.audits.all()).toHaveLength(1);
  });
});

describe('dropdowns are kept as tags', () => {
  it('setting a field replaces the tag of its old option', async () => {
    const { id } = await create({ tags: ['sales', 'vip'] });
    const line = zendesk.fieldId('support_line');
    const { body } = await update(id, { custom_fields: [{ id: line, value: 'tech' }] });
    expect(body.ticket.tags).toEqual(['tech', 'vip']);
  });

  it('a tag that is an option’s value sets the field, and another one of it wins', async () => {
    const ticket = await create({ tags: ['tech'] });
    expect(valueOf(ticket, 'support_line')).toBe('tech');
    const { body } = await update(ticket.id, { tags: ['tech', 'sales'] });
    expect(valueOf(body.ticket, 'support_line')).toBe('sales');
    expect(body.ticket.tags).toEqual(['sales']);
  });

  it('removing the tag empties the field', async () => {
    const ticket = await create({ tags: ['tech', 'vip'] });
    const { body } = await update(ticket.id, { tags: ['vip'] });
    expect(valueOf(body.ticket, 'support_line')).toBeNull();
  });

  it('emptying the field removes the tag', async () => {
    const { id } = await create({ tags: ['tech', 'vip'] });
    const line = zendesk.fieldId('support_line');
    const { body } = await update(id, { custom_fields: [{ id: line, value: null }] });
    expect(body.ticket.tags).not.toContain('tech');
  });

  it('only the fields that were sent change', async () => {
    const ticket = await create({ tags: ['tech', 'topic_install'] });
    const line = zendesk.fieldId('support_line');
    const { body } = await update(ticket.id, { custom_fields: [{ id: line, value: 'sales' }] });
    expect(valueOf(body.ticket, 'support_topic')).toBe('topic_install');
  });

  it('a value that is no option is refused, and an unknown field passed over', async () => {
    const { id } = await create();
    const line = zendesk.fieldId('support_line');
    expect((await update(id, { custom_fields: [{ id: line, value: 'gold' }] })).status).toBe(422);
    expect((await update(id, { custom_fields: [{ id: 12345, value: 'gold' }] })).status).toBe(200);
  });
});

describe('tags of a ticket', () => {
  it('are added, set and removed', async () => {
    const { id } = await create({ tags: 'vip sales' });
    const path = `/api/v2/tickets/${String(id)}/tags.json`;
    expect((await zendesk.call('PUT', path, { tags: ['Late'] })).body.tags).toEqual(['late', 'sales', 'vip']);
    expect((await zendesk.call('DELETE', path, { tags: ['vip'] })).status).toBe(204);
    expect((await zendesk.call('GET', path)).body.tags).toEqual(['late', 'sales']);
    const set = await zendesk.call('POST', path, { tags: ['tech'] });
    expect(set).toMatchObject({ status: 201, body: { tags: ['tech'] } });
    expect(
      valueOf((await zendesk.call('GET', `/api/v2/tickets/${String(id)}`)).body.ticket, 'support_line'),
    ).toBe('tech');
  });

  it('keep to a safe update', async () => {
    const { id } = await create();
    const body = { tags: ['late'], safe_update: 'true', updated_stamp: '2020-01-01T00:00:00Z' };
    expect((await zendesk.call('PUT', `/api/v2/tickets/${String(id)}/tags`, body)).status).toBe(409);
  });
});
