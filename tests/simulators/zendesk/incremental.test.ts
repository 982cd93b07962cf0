import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

const PATH = '/api/v2/incremental/tickets/cursor.json';
let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
  await zendesk.control('clock', { now: '2026-11-22T10:00:00Z' });
});
afterEach(async () => {
  await zendesk.close();
});

const START = String(Date.parse('2026-11-22T09:00:00Z') / 1000);
const seed = () => zendesk.control('seed', { tickets: [{ requester: 'credits@client.test' }] });
const read = async (query: string) => {
  const { body } = await zendesk.call('GET', `${PATH}?${query}`);
  return {
    ids: body.tickets.map((ticket) => ticket.id),
    cursor: body.after_cursor as string | null,
    isEnd: body.end_of_stream,
  };
};

describe('the incremental export', () => {
  it('withholds the newest minute', async () => {
    await seed();
    expect(await read(`start_time=${START}`)).toEqual({ ids: [], cursor: null, isEnd: true });
    await zendesk.control('clock', { advanceMs: 61_000 });
    expect((await read(`start_time=${START}`)).ids).toEqual([1]);
  });

  it('goes on after the cursor and shows a ticket again once it changed', async () => {
    await seed();
    await seed();
    await zendesk.control('clock', { advanceMs: 61_000 });
    const first = await read(`start_time=${START}&per_page=1`);
    expect(first).toMatchObject({ ids: [1], isEnd: false });
    const second = await read(`cursor=${first.cursor ?? ''}`);
    expect(second).toMatchObject({ ids: [2], isEnd: true });
    expect(await read(`cursor=${second.cursor ?? ''}`)).toMatchObject({ ids: [], cursor: second.cursor });
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { priority: 'high' } });
    await zendesk.control('clock', { advanceMs: 61_000 });
    expect((await read(`cursor=${second.cursor ?? ''}`)).ids).toEqual([1]);
  });

  it('goes on from a cursor whatever changes meanwhile: each ticket comes, once for each state that it had', async () => {
    for (let count = 0; count < 4; count += 1) await seed();
    await zendesk.control('clock', { advanceMs: 61_000 });
    const first = await read(`start_time=${START}&per_page=2`);
    await zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { priority: 'high' } });
    await zendesk.call('PUT', '/api/v2/tickets/3', { ticket: { priority: 'high' } });
    const second = await read(`cursor=${first.cursor ?? ''}&per_page=2`);
    expect([first.ids, second.ids, second.isEnd]).toEqual([[1, 2], [4], true]);
    await zendesk.control('clock', { advanceMs: 61_000 });
    expect((await read(`cursor=${second.cursor ?? ''}`)).ids).toEqual([1, 3]);
  });

  it('leaves deleted tickets out where that is asked for', async () => {
    await seed();
    await seed();
    await zendesk.call('DELETE', '/api/v2/tickets/1');
    await zendesk.control('clock', { advanceMs: 61_000 });
    expect((await read(`start_time=${START}&exclude_deleted=true`)).ids).toEqual([2]);
  });

  it('shows deleted tickets as deleted', async () => {
    await seed();
    await zendesk.call('DELETE', '/api/v2/tickets/1');
    await zendesk.control('clock', { advanceMs: 61_000 });
    const response = await fetch(`${zendesk.url}${PATH}?start_time=${START}`, {
      headers: { authorization: 'Bearer playground:admin@agent.test' },
    });
    expect(await response.json()).toMatchObject({ tickets: [{ id: 1, status: 'deleted' }] });
  });

  it('does not begin within the newest minute', async () => {
    const start = (iso: string) => `${PATH}?start_time=${String(Date.parse(iso) / 1000)}`;
    const { status, body } = await zendesk.call('GET', start('2026-11-22T09:59:30Z'));
    expect([status, body.error]).toEqual([400, 'StartTimeTooRecent']);
    expect((await zendesk.call('GET', start('2026-11-22T09:59:00Z'))).status).toBe(200);
  });

  it.each(['', 'start_time=yesterday', 'cursor=nonsense'])('refuses %p', async (query) => {
    expect((await zendesk.call('GET', `${PATH}?${query}`)).status).toBe(400);
  });
});
