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

const createIncident = (problemId: number) =>
  create({ type: 'incident', problem_id: problemId, requester_id: idOf(CLIENT) });

describe('problems', () => {
  it('are listed by their last change, newest first, without deleted ones', async () => {
    const [one, other, gone] = [
      await create({ type: 'problem' }),
      await create({ type: 'problem' }),
      await create({ type: 'problem' }),
    ];
    await create();
    await zendesk.call('DELETE', `/api/v2/tickets/${String(gone.id)}`);
    await zendesk.control('clock', { advanceMs: 2000 });
    await update(one.id, { priority: 'high' });
    const { body } = await zendesk.call('GET', '/api/v2/problems.json');
    expect(body.tickets.map(({ id }) => id)).toEqual([one.id, other.id]);
  });

  it('list their incidents page by page, in either way of paging', async () => {
    const problem = await create({ type: 'problem' });
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.push((await createIncident(problem.id)).id);
    const path = `/api/v2/tickets/${String(problem.id)}/incidents.json`;
    const offset = await zendesk.call('GET', `${path}?per_page=2&page=3`);
    expect(offset.body.tickets.map(({ id }) => id)).toEqual(ids.slice(4));
    expect(offset.body).toMatchObject({ count: 5, next_page: null });
    const seen: number[] = [];
    let next: string | null = `${path}?page[size]=2`;
    while (next !== null) {
      const { body } = await zendesk.call('GET', next.replace(zendesk.url, ''));
      seen.push(...body.tickets.map(({ id }) => id));
      next = (body.links as { next: string | null }).next;
    }
    expect(seen).toEqual(ids);
  });

  it('solve their incidents when they are solved, with the comment', async () => {
    const problem = await create({ type: 'problem', subject: 'A defect' });
    const [open, solved, closed] = [
      await createIncident(problem.id),
      await createIncident(problem.id),
      await createIncident(problem.id),
    ];
    await update(solved.id, { status: 'solved' });
    await update(closed.id, { status: 'closed' });
    await update(problem.id, { status: 'solved', comment: { body: 'Fixed in 6.1' } });
    expect(await read(open.id)).toMatchObject({ status: 'solved', problem_id: problem.id });
    expect((await audits(open.id)).at(-1)).toMatchObject({
      author_id: idOf(CARE),
      via: {
        channel: 'system',
        source: { rel: 'problem', from: { ticket_id: problem.id, subject: 'A defect' } },
      },
      events: [
        { type: 'Comment', body: 'Fixed in 6.1', public: true },
        { type: 'Change', field_name: 'status', value: 'solved', previous_value: 'new' },
      ],
    });
    expect(await audits(solved.id)).toHaveLength(2);
    expect((await read(closed.id)).status).toBe('closed');
  });

  it('leave their incidents alone with any other change', async () => {
    const problem = await create({ type: 'problem' });
    const incident = await createIncident(problem.id);
    await update(problem.id, { status: 'pending', comment: { body: 'We look into it' } });
    expect(await audits(incident.id)).toHaveLength(1);
  });
});

describe('incidents', () => {
  it('lose their problem with their type', async () => {
    const problem = await create({ type: 'problem' });
    const { id } = await createIncident(problem.id);
    const { body } = await update(id, { type: 'question' });
    expect(body.ticket).toMatchObject({ type: 'question', problem_id: null });
    expect(body.audit.events).toMatchObject([
      { field_name: 'type', value: 'question' },
      { field_name: 'problem_id', value: null, previous_value: String(problem.id) },
    ]);
  });

  it('may be told apart from their problem', async () => {
    const problem = await create({ type: 'problem' });
    const { id } = await createIncident(problem.id);
    expect((await update(id, { problem_id: null })).body.ticket).toMatchObject({
      type: 'incident',
      problem_id: null,
    });
    expect(await read(problem.id)).toMatchObject({ has_incidents: false });
  });
});

describe('a tag', () => {
  it('added by the tags endpoint is an update like any other: an audit, and the triggers', async () => {
    const { id } = await create();
    const before = zendesk.world.invocations.all().length;
    const path = `/api/v2/tickets/${String(id)}/tags.json`;
    await zendesk.call('PUT', path, { tags: ['tech'] }, CARE);
    const audit = (await audits(id)).at(-1);
    expect(audit).toMatchObject({ author_id: idOf(CARE) });
    expect(audit?.events).toContainEqual(
      expect.objectContaining({ field_name: 'tags', value: ['tech'], previous_value: ['sales'] }),
    );
    expect(zendesk.world.invocations.all().length).toBeGreaterThan(before);
  });

  it('that is there already changes nothing', async () => {
    const { id } = await create({ tags: ['software_defect'] });
    const path = `/api/v2/tickets/${String(id)}/tags.json`;
    await zendesk.call('PUT', path, { tags: ['software_defect'] }, CARE);
    expect(await audits(id)).toHaveLength(1);
  });
});

describe('a ticket that was split off', () => {
  it('is made by an agent for the requester and says so', async () => {
    const ticket = await create({
      subject: 'The other question',
      requester_id: idOf(CLIENT),
      comment: { body: 'And how do I upgrade?', author_id: idOf(CLIENT) },
    });
    expect(ticket).toMatchObject({ requester_id: idOf(CLIENT), submitter_id: idOf(CARE), status: 'new' });
    expect((await audits(ticket.id))[0]).toMatchObject({
      author_id: idOf(CARE),
      events: expect.arrayContaining([expect.objectContaining({ type: 'Comment', author_id: idOf(CLIENT) })]),
    });
    const list = await zendesk.call('GET', `/api/v2/users/${String(idOf(CLIENT))}/tickets/requested.json`);
    expect(list.body.tickets.map(({ id }) => id)).toEqual([ticket.id]);
  });
});
