import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk, ZendeskOptionsOfTest } from './startTestZendesk';
import { buildTicketLives, CARE } from './ticketLives';

let zendesk: TestZendesk;
const { create, update, read, idOf } = buildTicketLives(() => zendesk);
const start = async (options: ZendeskOptionsOfTest = {}) => {
  zendesk = await startTestZendesk(undefined, options);
};
afterEach(async () => {
  await zendesk.close();
});

const updateMany = (query: string, body: unknown) =>
  zendesk.job('PUT', `/api/v2/tickets/update_many.json${query}`, body, CARE);

describe('updating many', () => {
  beforeEach(() => start());

  it('makes one change to all that are named, and says of each what came of it', async () => {
    const ids = [(await create()).id, (await create({ tags: ['vip'] })).id];
    const body = { ticket: { additional_tags: ['late'], remove_tags: ['vip'], priority: 'high' } };
    const job = await updateMany(`?ids=${ids.join(',')},999`, body);
    expect(job).toMatchObject({ status: 'completed', total: 3, progress: 3 });
    expect(job.message).toMatch(/^Completed at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0000$/);
    expect(job.results).toMatchObject([
      { id: ids[0], action: 'update', success: true, status: 'Updated' },
      { id: ids[1], action: 'update', success: true, status: 'Updated' },
      { id: 999, action: 'update', success: false, error: 'RecordNotFound' },
    ]);
    for (const id of ids) {
      expect(await read(id)).toMatchObject({ priority: 'high', tags: ['late', 'sales'] });
    }
  });

  it('makes a change of its own to each of a list', async () => {
    const [one, other] = [await create(), await create()];
    const job = await updateMany('', {
      tickets: [
        { id: one.id, status: 'pending' },
        { id: other.id, comment: { body: 'Done', public: false }, status: 'solved' },
      ],
    });
    expect(job.results).toMatchObject([{ success: true }, { success: true }]);
    expect((await read(one.id)).status).toBe('pending');
    expect((await read(other.id)).status).toBe('solved');
  });

  it('runs the triggers of each ticket, in the name of the caller', async () => {
    const { id } = await create();
    await updateMany(`?ids=${String(id)}`, { ticket: { tags: ['topic_install', 'tech'] } });
    const audit = zendesk.world.audits.by('ticket', id).at(-1);
    expect(audit?.author_id).toBe(idOf(CARE));
    expect(zendesk.world.invocations.all().length).toBeGreaterThan(1);
  });

  it('leaves a closed ticket alone and says so', async () => {
    const { id } = await create();
    await update(id, { status: 'closed' });
    const job = await updateMany(`?ids=${String(id)}`, { ticket: { priority: 'high' } });
    expect(job.results).toMatchObject([{ id, success: false, error: 'RecordInvalid' }]);
  });

  it('keeps to a stamp of its own', async () => {
    const { id } = await create();
    const stale = { id, priority: 'high', safe_update: true, updated_stamp: '2020-01-01T00:00:00Z' };
    const job = await updateMany('', { tickets: [stale] });
    expect(job.results).toMatchObject([{ id, success: false, error: 'UpdateConflict' }]);
  });

  it.each([
    ['?ids=', { ticket: {} }],
    ['', { tickets: [] }],
    ['', { tickets: 'all' }],
    ['?ids=1', {}],
    [`?ids=${Array.from({ length: 101 }, (_, index) => String(index + 1)).join(',')}`, { ticket: {} }],
  ])('is refused for %s and %p', async (query, body) => {
    const answer = await zendesk.call('PUT', `/api/v2/tickets/update_many.json${query}`, body, CARE);
    expect(answer.status).toBe(400);
  });
});

describe('creating and deleting many', () => {
  beforeEach(() => start());

  it('answers which number each ticket of the list got, and why one got none', async () => {
    const tickets = [{ subject: 'a', comment: { body: 'a' } }, { subject: 'b' }];
    const job = await zendesk.job('POST', '/api/v2/tickets/create_many.json', { tickets }, CARE);
    expect(job.results).toMatchObject([
      { id: 1, index: 0 },
      { index: 1, action: 'create', success: false, error: 'RecordInvalid' },
    ]);
    expect(zendesk.world.tickets.all()).toHaveLength(1);
  });

  it('deletes softly', async () => {
    const { id } = await create();
    const job = await zendesk.job(
      'DELETE',
      `/api/v2/tickets/destroy_many.json?ids=${String(id)}`,
      undefined,
      CARE,
    );
    expect(job.results).toEqual([{ id, action: 'delete', success: true, status: 'Deleted' }]);
    expect(zendesk.world.tickets.get(id)).toMatchObject({ deleted: true, subject: 'Help' });
  });

  it('shows many, in the order asked for, without those that are not there', async () => {
    for (const subject of ['a', 'b', 'c']) await create({ subject });
    await zendesk.call('DELETE', '/api/v2/tickets/2');
    const { body } = await zendesk.call('GET', '/api/v2/tickets/show_many.json?ids=3,2,1,99');
    expect(body.tickets.map(({ id }) => id)).toEqual([3, 1]);
  });
});

describe('jobs', () => {
  const NEVER_MS = 600_000;
  const queue = () =>
    zendesk.call('PUT', '/api/v2/tickets/update_many?ids=1', { ticket: { priority: 'high' } }, CARE);

  it('wait in the queue, and are asked for by their ids', async () => {
    await start({ jobDelayMs: NEVER_MS });
    await create();
    const { job_status: job } = (await queue()).body;
    expect(job).toMatchObject({ status: 'queued', total: 1, progress: null, message: null, results: null });
    expect(job.url).toBe(`${zendesk.url}/api/v2/job_statuses/${job.id}.json`);
    const { body } = await zendesk.call('GET', `/api/v2/job_statuses/show_many.json?ids=${job.id},none`);
    expect(body.job_statuses).toEqual([job]);
    expect((await zendesk.call('GET', '/api/v2/job_statuses.json')).body.job_statuses).toEqual([job]);
    expect((await read(1)).status).toBe('new');
  });

  it('are refused while 30 of them wait', async () => {
    await start({ jobDelayMs: NEVER_MS });
    await create();
    for (let count = 0; count < 30; count += 1) expect((await queue()).status).toBe(200);
    const { status, body } = await queue();
    expect(status).toBe(429);
    expect(body.error).toBe('TooManyJobs');
  });

  it('hold for the tickets as they were when the job was queued', async () => {
    await start({ jobDelayMs: 50 });
    await create();
    const { id } = (await queue()).body.job_status;
    await zendesk.control('clock', { advanceMs: 5000 });
    await update(1, { status: 'open' });
    let job = (await zendesk.call('GET', `/api/v2/job_statuses/${id}`)).body.job_status;
    while (job.status !== 'completed') {
      job = (await zendesk.call('GET', `/api/v2/job_statuses/${id}`)).body.job_status;
    }
    expect(job.results).toMatchObject([{ id: 1, success: false, error: 'UpdateConflict' }]);
  });

  it('are forgotten after a day, and at once by a reset', async () => {
    await start();
    await create();
    const { id } = await zendesk.job('PUT', '/api/v2/tickets/update_many?ids=1', {
      ticket: { priority: 'low' },
    });
    await zendesk.control('clock', { advanceMs: 86_400_000 + 5000 });
    expect((await zendesk.call('GET', `/api/v2/job_statuses/${id}`)).status).toBe(404);
    await zendesk.job('PUT', '/api/v2/tickets/update_many?ids=1', { ticket: { priority: 'high' } });
    await zendesk.control('reset');
    expect((await zendesk.call('GET', '/api/v2/job_statuses')).body.job_statuses).toEqual([]);
  });
});
