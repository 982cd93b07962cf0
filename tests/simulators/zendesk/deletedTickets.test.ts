import { startTestZendesk } from './startTestZendesk';
import type { Answer, TestZendesk } from './startTestZendesk';
import { buildTicketLives, CARE, CLIENT } from './ticketLives';

let zendesk: TestZendesk;
const { create, update, read, audits, idOf } = buildTicketLives(() => zendesk);

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const remove = (id: number) => zendesk.call('DELETE', `/api/v2/tickets/${String(id)}.json`, undefined, CARE);
const show = (id: number) => zendesk.call('GET', `/api/v2/tickets/${String(id)}.json`);
const listDeleted = async (query = ''): Promise<Record<string, unknown>[]> =>
  (await zendesk.call('GET', `/api/v2/deleted_tickets.json${query}`)).body.deleted_tickets as never;
const restore = (id: number): Promise<Answer> =>
  zendesk.call('PUT', `/api/v2/deleted_tickets/${String(id)}/restore.json`, {}, CARE);

describe('a deleted ticket', () => {
  it('is found in the list of deleted ones alone, and no trigger runs', async () => {
    const { id } = await create({ subject: 'Gone' });
    await update(id, { status: 'open' });
    const before = zendesk.world.invocations.all().length;
    expect((await remove(id)).status).toBe(204);
    expect((await show(id)).status).toBe(404);
    expect(await listDeleted()).toMatchObject([
      { id, subject: 'Gone', previous_state: 'open', actor: { id: idOf(CARE), name: 'Carol Reyes' } },
    ]);
    expect(zendesk.world.invocations.all()).toHaveLength(before);
  });

  it('comes back as it was', async () => {
    const { id, tags } = await create({ tags: ['vip'] });
    await update(id, { status: 'pending' });
    await remove(id);
    expect(await restore(id)).toMatchObject({ status: 200, body: null });
    expect(await read(id)).toMatchObject({ status: 'pending', tags });
    expect(await audits(id)).toHaveLength(2);
    expect(await listDeleted()).toEqual([]);
    expect((await restore(id)).status).toBe(404);
  });

  it('comes back with others at once', async () => {
    const ids = [(await create()).id, (await create()).id];
    for (const id of ids) await remove(id);
    const path = `/api/v2/deleted_tickets/restore_many.json?ids=${ids.join(',')}`;
    expect((await zendesk.call('PUT', path, {}, CARE)).status).toBe(200);
    expect(await listDeleted()).toEqual([]);
  });

  it('is listed in the order that is asked for', async () => {
    for (const subject of ['b', 'a']) await remove((await create({ subject })).id);
    const subjects = async (query: string) => (await listDeleted(query)).map(({ subject }) => subject);
    expect(await subjects('')).toEqual(['b', 'a']);
    expect(await subjects('?sort_by=subject')).toEqual(['a', 'b']);
    expect(await subjects('?sort_by=subject&sort_order=desc')).toEqual(['b', 'a']);
    expect(await subjects('?per_page=1&page=2')).toEqual(['a']);
  });

  it('may be deleted even when it is closed', async () => {
    const { id } = await create();
    await update(id, { status: 'closed' });
    expect((await remove(id)).status).toBe(204);
  });
});

describe('deleting for good', () => {
  it('takes the contents with it', async () => {
    const { id } = await create({ subject: 'Secret', tags: ['vip'] });
    await remove(id);
    const job = await zendesk.job('DELETE', `/api/v2/deleted_tickets/${String(id)}.json`, undefined, CARE);
    expect(job).toMatchObject({ status: 'completed', results: [{ id, success: true }] });
    expect(await listDeleted()).toEqual([]);
    expect((await restore(id)).status).toBe(404);
    expect(zendesk.world.tickets.get(id)).toMatchObject({ subject: 'SCRUBBED', tags: [], deleted: true });
    expect(zendesk.world.comments.by('ticket', id)).toEqual([]);
    expect(zendesk.world.audits.by('ticket', id)).toEqual([]);
  });

  it('does so for many, and only for deleted ones', async () => {
    const [one, other] = [await create(), await create()];
    await remove(one.id);
    const path = `/api/v2/deleted_tickets/destroy_many.json?ids=${String(one.id)},${String(other.id)}`;
    const job = await zendesk.job('DELETE', path, undefined, CARE);
    expect(job.results).toMatchObject([
      { id: one.id, success: true },
      { id: other.id, success: false, error: 'RecordNotFound' },
    ]);
    expect((await show(other.id)).status).toBe(200);
  });
});

describe('spam', () => {
  const mark = (id: number) =>
    zendesk.call('PUT', `/api/v2/tickets/${String(id)}/mark_as_spam.json`, {}, CARE);
  const suspended = async (): Promise<unknown> =>
    (await zendesk.call('GET', `/api/v2/users/${String(idOf(CLIENT))}`)).body.user.suspended;

  it('deletes the ticket and suspends its requester', async () => {
    const { id } = await create({ requester_id: idOf(CLIENT) });
    expect(await mark(id)).toMatchObject({ status: 200, body: null });
    expect((await show(id)).status).toBe(404);
    expect(await suspended()).toBe(true);
    expect(await listDeleted()).toMatchObject([{ id }]);
  });

  it('shuts the requester out until they are let in again', async () => {
    await mark((await create({ requester_id: idOf(CLIENT) })).id);
    const ask = () =>
      zendesk.call('POST', '/api/v2/requests', { request: { subject: 'x', comment: { body: 'x' } } }, CLIENT);
    expect((await ask()).status).toBe(403);
    const mail = await zendesk.control('mail', { from: CLIENT, subject: 'x', body: 'x' });
    expect(mail.body).toEqual({ ticket_id: null, user_id: idOf(CLIENT) });
    const input = { subject: 'x', comment: { body: 'x' }, requester_id: idOf(CLIENT) };
    expect((await zendesk.call('POST', '/api/v2/tickets', { ticket: input }, CARE)).status).toBe(422);
    const other = await create();
    expect((await update(other.id, { requester_id: idOf(CLIENT) })).status).toBe(422);
    const path = `/api/v2/tickets/update_many?ids=${String(other.id)}`;
    const job = await zendesk.job('PUT', path, { ticket: { requester_id: idOf(CLIENT) } }, CARE);
    expect(job.results).toMatchObject([{ success: false, error: 'RecordInvalid' }]);
    await zendesk.call('PUT', `/api/v2/users/${String(idOf(CLIENT))}`, { user: { suspended: false } });
    expect((await ask()).status).toBe(201);
  });

  it('leaves the requester suspended when the ticket is restored', async () => {
    const { id } = await create({ requester_id: idOf(CLIENT) });
    await mark(id);
    await restore(id);
    expect((await show(id)).status).toBe(200);
    expect(await suspended()).toBe(true);
  });

  it('is neither a closed ticket nor an agent’s', async () => {
    const own = await create();
    expect((await mark(own.id)).status).toBe(422);
    const closed = await create({ requester_id: idOf(CLIENT) });
    await update(closed.id, { status: 'closed' });
    expect((await mark(closed.id)).status).toBe(422);
    expect(await suspended()).toBe(false);
  });

  it('is marked for many by a job', async () => {
    const { id } = await create({ requester_id: idOf(CLIENT) });
    const path = `/api/v2/tickets/mark_many_as_spam.json?ids=${String(id)},999`;
    const job = await zendesk.job('PUT', path, {}, CARE);
    expect(job.results).toMatchObject([
      { id, success: true },
      { id: 999, success: false },
    ]);
    expect(await suspended()).toBe(true);
  });
});
