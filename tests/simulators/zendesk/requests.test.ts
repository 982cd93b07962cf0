import { startTestZendesk } from './startTestZendesk';
import type { Answer, TestZendesk } from './startTestZendesk';

const CLIENT = 'credits@client.test';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const ask = (more: Record<string, unknown> = {}, as = CLIENT): Promise<Answer> => {
  const request = { subject: 'Help', comment: { body: 'Text' }, ...more };
  return zendesk.call('POST', '/api/v2/requests.json', { request }, as);
};

describe('requests', () => {
  it('become tickets by the web form, which the app’s triggers route', async () => {
    const topic = { id: zendesk.fieldId('support_topic'), value: 'topic_install' };
    const { status, body } = await ask({ custom_fields: [topic] });
    expect(status).toBe(201);
    const ticket = zendesk.world.tickets.get(body.request.id);
    expect(ticket).toMatchObject({ via: { channel: 'web' }, via_id: 0, tags: ['tech', 'topic_install'] });
    expect(ticket?.requester_id).toBe(zendesk.world.users.find((user) => user.email === CLIENT)?.id);
  });

  it('refuse fields that clients may not edit', async () => {
    const { status, body } = await ask({
      custom_fields: [{ id: zendesk.fieldId('support_credit'), value: 'credit_free' }],
    });
    expect(status).toBe(422);
    expect(body).toMatchObject({ error: 'RecordInvalid' });
    expect((await ask({ custom_fields: [{ id: 5, value: 'x' }] })).status).toBe(422);
    expect(zendesk.world.tickets.all()).toEqual([]);
  });

  it.each([[{ subject: ' ' }], [{ comment: undefined }]])('refuse a form without %p', async (missing) => {
    expect((await ask(missing)).status).toBe(422);
  });

  it('show only the fields of the help center, and only to their requester', async () => {
    const { body } = await ask();
    const path = `/api/v2/requests/${String(body.request.id)}.json`;
    const shown = (await zendesk.call('GET', path, undefined, CLIENT)).body.request;
    const ids = shown.custom_fields.map((field) => field.id);
    expect(ids).toContain(zendesk.fieldId('support_credit'));
    expect(ids).not.toContain(zendesk.fieldId('credit_action'));
    expect((await zendesk.call('GET', path, undefined, 'empty@client.test')).status).toBe(404);
    const list = await zendesk.call('GET', '/api/v2/requests', undefined, CLIENT);
    expect(list.body).toMatchObject({ count: 1, requests: [{ id: body.request.id }] });
  });

  it('hide private notes, and a reply opens a solved ticket again', async () => {
    await ask();
    const note = { status: 'solved', comment: { body: 'between us', public: false } };
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: note }, 'care@agent.test');
    const reply = { request: { comment: { body: 'Not yet', public: false } } };
    const { body } = await zendesk.call('PUT', '/api/v2/requests/1', reply, CLIENT);
    expect(body.request.status).toBe('open');
    const { body: shown } = await zendesk.call('GET', '/api/v2/requests/1/comments', undefined, CLIENT);
    expect(shown.comments).toMatchObject([{ body: 'Text' }, { body: 'Not yet', public: true }]);
  });
});
