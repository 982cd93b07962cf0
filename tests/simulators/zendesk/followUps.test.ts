import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';
import { buildTicketLives, CARE, CLIENT } from './ticketLives';

let zendesk: TestZendesk;
const { create, update, read, audits, idOf } = buildTicketLives(() => zendesk);

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const createClosed = async (more: Record<string, unknown> = {}) => {
  const ticket = await create({
    requester_id: idOf(CLIENT),
    subject: 'First',
    priority: 'high',
    type: 'question',
    tags: ['vip', 'topic_install'],
    assignee_id: idOf(CARE),
    ...more,
  });
  await update(ticket.id, { status: 'closed' });
  return read(ticket.id);
};

describe('a follow-up', () => {
  it('goes on with a closed ticket: its tags and values come along, its priority, type and assignee do not', async () => {
    const source = await createClosed();
    const followUp = await create({ via_followup_source_id: source.id, subject: undefined });
    expect(followUp).toMatchObject({
      subject: 'First',
      status: 'new',
      requester_id: idOf(CLIENT),
      tags: source.tags,
      priority: null,
      type: null,
      assignee_id: null,
      via: { source: { rel: 'follow_up', from: { ticket_id: source.id, subject: 'First' } } },
    });
    expect(followUp.custom_fields).toEqual(source.custom_fields);
    expect(zendesk.world.tickets.get(followUp.id)?.via_id).toBe(27);
  });

  it('is named by the closed ticket and names it', async () => {
    const source = await createClosed();
    const followUp = await create({ via_followup_source_id: source.id });
    expect(await read(source.id)).toMatchObject({ followup_ids: [followUp.id] });
    const related = await zendesk.call('GET', `/api/v2/tickets/${String(followUp.id)}/related.json`);
    expect(related.body).toMatchObject({ followup_source_ids: [String(source.id)], incidents: 0 });
    expect((await audits(followUp.id))[0]).toMatchObject({ via: { source: { rel: 'follow_up' } } });
  });

  it('takes tags and fields that are given before those of the closed ticket', async () => {
    const source = await createClosed();
    const topic = zendesk.fieldId('support_topic');
    const followUp = await create({
      via_followup_source_id: source.id,
      tags: ['other'],
      custom_fields: [{ id: topic, value: 'topic_pay' }],
      requester_id: idOf('empty@client.test'),
    });
    expect(followUp.tags).toEqual(expect.arrayContaining(['other', 'topic_pay']));
    expect(followUp.tags).not.toContain('vip');
    expect(followUp).toMatchObject({ requester_id: idOf('empty@client.test') });
  });

  it('is made of a closed ticket only: of any other the asking has no effect', async () => {
    const source = await create({ tags: ['vip'] });
    for (const id of [source.id, 999]) {
      const ticket = await create({ via_followup_source_id: id });
      expect(ticket).toMatchObject({ via: { source: { rel: null } }, tags: ['sales'] });
    }
  });

  it('is made by a client of their own request, and not of another’s', async () => {
    const source = await createClosed();
    const request = { subject: 'Again', comment: { body: 'Still' }, via_followup_source_id: source.id };
    const own = await zendesk.call('POST', '/api/v2/requests.json', { request }, CLIENT);
    expect(own.body.request).toMatchObject({ followup_source_id: source.id, subject: 'Again' });
    const other = await zendesk.call('POST', '/api/v2/requests.json', { request }, 'empty@client.test');
    expect(other.body.request).not.toHaveProperty('followup_source_id');
  });
});

describe('mails that answer a ticket', () => {
  const mail = async (from: string, ticket: number) =>
    (await zendesk.control('mail', { from, subject: 'Re: First', body: 'And now?', ticket })).body;

  it('open a solved ticket again', async () => {
    const { id } = await create({ requester_id: idOf(CLIENT) });
    await update(id, { status: 'solved' });
    expect(await mail(CLIENT, id)).toMatchObject({ ticket_id: id });
    expect(await read(id)).toMatchObject({ status: 'open' });
  });

  it('make a follow-up of a closed one', async () => {
    const source = await createClosed();
    const { ticket_id: id } = await mail(CLIENT, source.id);
    expect(id).not.toBe(source.id);
    const { via, tags } = await read(Number(id));
    expect(via).toMatchObject({ source: { rel: 'follow_up', from: { ticket_id: source.id } } });
    expect(tags).toEqual(source.tags);
  });

  it('are internal notes when they come from somebody else', async () => {
    const { id } = await create({ requester_id: idOf(CLIENT) });
    await mail('stranger@client.test', id);
    expect((await audits(id)).at(-1)).toMatchObject({ events: [{ type: 'Comment', public: false }] });
  });

  it('want a ticket that is there', async () => {
    const answer = await zendesk.control('mail', { from: CLIENT, subject: 'x', body: 'x', ticket: 99 });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toContain('99');
  });
});

describe('the system’s closing', () => {
  const statusChange = expect.objectContaining({ field_name: 'status', value: 'closed' });

  it('takes what has been solved for 28 days, and nothing younger', async () => {
    const [one, other] = [await create(), await create()];
    await update(one.id, { status: 'solved' });
    await zendesk.control('clock', { advanceMs: 20 * 86_400_000 });
    await update(other.id, { status: 'solved' });
    expect((await zendesk.control('close')).body).toEqual({ tickets: [] });
    await zendesk.control('clock', { advanceMs: 9 * 86_400_000 });
    expect((await zendesk.control('close')).body).toEqual({ tickets: [one.id] });
    expect((await read(other.id)).status).toBe('solved');
  });

  it('is nobody’s, and runs no trigger', async () => {
    const { id } = await create();
    await update(id, { status: 'solved' });
    const before = zendesk.world.invocations.all().length;
    expect((await zendesk.control('close', { tickets: [id] })).body).toEqual({ tickets: [id] });
    expect((await audits(id)).at(-1)).toMatchObject({
      author_id: -1,
      via: { channel: 'system' },
      events: [statusChange],
    });
    expect(zendesk.world.invocations.all()).toHaveLength(before);
  });

  it('runs triggers when an agent does it', async () => {
    const { id } = await create();
    await update(id, { status: 'solved' });
    const before = zendesk.world.invocations.all().length;
    await update(id, { status: 'closed' });
    expect(zendesk.world.invocations.all().length).toBeGreaterThan(before);
  });

  it.each([{ tickets: [1] }, { tickets: 'all' }, { all: true }])('refuses %p', async (body) => {
    await create();
    expect((await zendesk.control('close', body)).status).toBe(400);
  });
});
