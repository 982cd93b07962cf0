import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk, WireJob } from './startTestZendesk';
import { buildTicketLives, CARE } from './ticketLives';

let zendesk: TestZendesk;
const { create, update, read, audits, idOf } = buildTicketLives(() => zendesk);

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const merge = (into: number, body: Record<string, unknown>): Promise<WireJob> =>
  zendesk.job('POST', `/api/v2/tickets/${String(into)}/merge.json`, body, CARE);

const TEXTS = {
  source_comment: 'This request was closed and merged into request #1.',
  target_comment: 'Request #2 was closed and merged into this request.',
};

describe('merging', () => {
  it('closes the source with its tag, and its audit names the target', async () => {
    const target = await create({ subject: 'First' });
    const source = await create({ subject: 'Again', tags: ['topic_pay'] });
    const job = await merge(target.id, { ids: [source.id], ...TEXTS });
    expect(job).toMatchObject({ status: 'completed', total: 2, progress: 2 });
    expect(job.results).toEqual([
      { id: source.id, action: 'update', success: true, status: 'Updated' },
      { id: target.id, action: 'update', success: true, status: 'Updated' },
    ]);
    const closed = await read(source.id);
    expect(closed.status).toBe('closed');
    expect(closed.tags).toEqual(['closed_by_merge', 'sales', 'topic_pay']);
    expect((await audits(source.id)).at(-1)).toMatchObject({
      author_id: idOf(CARE),
      via: { source: { rel: 'merge', from: { ticket_id: target.id, subject: 'First' } } },
      events: expect.arrayContaining([
        expect.objectContaining({ type: 'Comment', body: TEXTS.source_comment, public: false }),
        expect.objectContaining({ type: 'Change', field_name: 'status', value: 'closed' }),
      ]),
    });
  });

  it('leaves the target as it is, but for a comment whose audit names the source', async () => {
    const target = await create({ subject: 'First' });
    const source = await create({ subject: 'Again' });
    await merge(target.id, { ids: [source.id], ...TEXTS, target_comment_is_public: true });
    expect(await read(target.id)).toMatchObject({ status: 'new', tags: ['sales'] });
    const told = (await audits(target.id)).at(-1);
    expect(told).toMatchObject({
      via: { source: { rel: 'merge', from: { ticket_id: source.id, subject: 'Again' } } },
    });
    expect(told?.events).toMatchObject([{ type: 'Comment', body: TEXTS.target_comment, public: true }]);
  });

  it('runs the triggers of both, as updates', async () => {
    const target = await create();
    const source = await create();
    const before = zendesk.world.invocations.all().length;
    await merge(target.id, { ids: [source.id], ...TEXTS });
    const sent = zendesk.world.invocations.all().slice(before);
    expect(sent.length).toBeGreaterThan(0);
  });

  it('writes no comment when none is given', async () => {
    const target = await create();
    const source = await create();
    await merge(target.id, { ids: [source.id] });
    expect((await audits(source.id)).at(-1)?.events.map((event) => event.type)).not.toContain('Comment');
    expect(await audits(target.id)).toHaveLength(1);
  });

  it('keeps comments private where one of the tickets is', async () => {
    const target = await create({ comment: { body: 'between us', public: false } });
    const source = await create();
    await merge(target.id, { ids: [source.id], ...TEXTS, target_comment_is_public: true });
    expect((await audits(target.id)).at(-1)?.events).toMatchObject([{ public: false }]);
  });

  it('takes what can be merged and says why the rest cannot', async () => {
    const target = await create();
    const [one, other] = [await create(), await create()];
    await update(other.id, { status: 'closed' });
    const job = await merge(target.id, { ids: [one.id, other.id, target.id, 999], ...TEXTS });
    expect(job.results).toMatchObject([
      { id: one.id, success: true },
      { id: other.id, success: false, error: 'RecordInvalid' },
      { id: target.id, success: false, error: 'RecordInvalid' },
      { id: 999, success: false, error: 'RecordNotFound' },
      { id: target.id, success: true },
    ]);
  });

  it('tells the target nothing when no ticket could be merged', async () => {
    const target = await create();
    const job = await merge(target.id, { ids: [999], ...TEXTS });
    expect(job.results?.at(-1)).toMatchObject({ id: target.id, success: false });
    expect(await audits(target.id)).toHaveLength(1);
  });

  it.each([
    [{ ids: [2] }, { status: 'solved' }, 422],
    [{ ids: [2] }, { status: 'closed' }, 422],
    [{ ids: [] }, {}, 400],
    [{}, {}, 400],
  ])('is refused for %p into a ticket with %p', async (body, change, expected) => {
    const target = await create();
    await create();
    await update(target.id, change);
    const { status } = await zendesk.call('POST', `/api/v2/tickets/${String(target.id)}/merge`, body, CARE);
    expect(status).toBe(expected);
    expect((await read(2)).status).toBe('new');
  });
});
