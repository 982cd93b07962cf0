import type { DeskTicketUpdate } from '../../../src/use-cases/ports/desk';
import { validateRequest } from '../../helpers/openapi/validateRequest';
import { validateResponse } from '../../helpers/openapi/validateResponse';
import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';
import { FIELDS } from './scriptedAnswers';
import { buildScriptedDesk } from './scriptedDesk';
import { startScriptedZendesk } from './scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from './scriptedZendesk';

const PUT_PATH = '/api/v2/tickets/update_many.json';
const JOB_PATH = '/api/v2/job_statuses/job-1.json';

let account: ScriptedZendesk | undefined;

afterEach(async () => {
  await account?.close();
  account = undefined;
});

const jobOf = (status: string, results?: unknown) => ({
  job_status: { id: 'job-1', status, total: 2, progress: 0, message: null, url: 'https://x.test', results },
});
const updatedOf = (id: number) => ({ id, action: 'update', success: true, status: 'Updated' });
const failedOf = (id: number) => ({
  id,
  action: 'update',
  success: false,
  error: 'UpdateConflict',
  details: 'Safe Update prevented the update',
});

async function start(answers: Record<string, (count: number) => ScriptedAnswer>, longestMs = 2_000) {
  account = await startScriptedZendesk(({ path }, count) => {
    const answer = answers[path];
    if (answer) return answer(count);
    if (path === '/oauth/tokens') return { body: { access_token: 'token', expires_in: 7_200 } };
    return { body: FIELDS };
  });
  return buildScriptedDesk(account, { jobPolling: { pauseMs: 1, longestMs } });
}

const toUpdate = (ticketId: string): DeskTicketUpdate => ({
  ticketId,
  expectedUpdatedAt: '2026-11-22T10:00:00Z',
  creditState: 'refunded',
  privateNote: `returned, ${ticketId}`,
});
const UPDATES = [toUpdate('7'), toUpdate('8')];

describe('updating many tickets', () => {
  it('sends one array with a note and a stamp for each, as the vendor has published it', async () => {
    const desk = await start({
      [PUT_PATH]: () => ({ body: jobOf('completed', [updatedOf(7), updatedOf(8)]) }),
    });
    expect(await desk.updateTickets(UPDATES)).toEqual(['7', '8']);
    const sent = account?.requests.find(({ path }) => path === PUT_PATH);
    expect(validateRequest('PUT', PUT_PATH, sent?.body)).toEqual([]);
    expect(sent?.body).toEqual({
      tickets: [7, 8].map((id) => ({
        id,
        custom_fields: [{ id: 12, value: 'credit_refunded' }],
        comment: { body: `returned, ${id}`, public: false },
        safe_update: true,
        updated_stamp: '2026-11-22T10:00:00Z',
      })),
    });
  });

  it('waits until the job has ended, and names those alone for which it says success', async () => {
    const desk = await start({
      [PUT_PATH]: () => ({ body: jobOf('queued') }),
      [JOB_PATH]: (count) => ({
        body: count < 3 ? jobOf('working') : jobOf('completed', [updatedOf(7), failedOf(8)]),
      }),
    });
    expect(await desk.updateTickets(UPDATES)).toEqual(['7']);
  });

  it('names none when the job as a whole has failed', async () => {
    const desk = await start({ [PUT_PATH]: () => ({ body: jobOf('failed', { success: false }) }) });
    expect(await desk.updateTickets(UPDATES)).toEqual([]);
  });

  it('asks nothing of Zendesk for no tickets', async () => {
    const desk = await start({});
    expect(await desk.updateTickets([])).toEqual([]);
    expect(account?.requests.some(({ path }) => path === PUT_PATH)).toBe(false);
  });

  it.each<[string, Record<string, (count: number) => ScriptedAnswer>]>([
    ['the answer was lost', { [PUT_PATH]: () => ({ isCut: true }) }],
    [
      'the job is not found',
      { [PUT_PATH]: () => ({ body: jobOf('queued') }), [JOB_PATH]: () => ({ status: 404 }) },
    ],
    [
      'the job never ends',
      { [PUT_PATH]: () => ({ body: jobOf('queued') }), [JOB_PATH]: () => ({ body: jobOf('working') }) },
    ],
  ])('says, when %s, to read the tickets again only after the job can have ended', async (_, answers) => {
    const desk = await start(answers, 20);
    await expect(desk.updateTickets(UPDATES)).rejects.toMatchObject({
      code: 'zendesk_unavailable',
      retry: true,
      retryAfterMs: 60_000,
    });
    expect(account?.requests.filter(({ path }) => path === PUT_PATH)).toHaveLength(1);
  });

  it('is told by what the vendor has published', () => {
    for (const body of [jobOf('queued'), jobOf('completed', [updatedOf(7), failedOf(8)])]) {
      expect(validateResponse('GET', '/api/v2/job_statuses/job-1', 200, body)).toEqual([]);
      expect(validateResponse('PUT', '/api/v2/tickets/update_many', 200, body)).toEqual([]);
    }
  });
});

describe('the tag that tells of few credits', () => {
  it('is added beside the others, never by replacing the list', async () => {
    const desk = await start({
      '/api/v2/tickets/7/tags.json': () => ({ body: { tags: ['support_credits_out'] } }),
    });
    expect(await desk.tagLowBalance('7', 'out')).toBe('updated');
    expect(account?.requests.at(-1)).toMatchObject({
      method: 'PUT',
      body: { tags: ['support_credits_out'] },
    });
  });
});

describe('updating many tickets of the simulated account', () => {
  let zendesk: DeskOnTest;

  beforeAll(async () => {
    zendesk = await startDeskOnTest();
  });
  afterAll(() => zendesk.close());

  const readNotes = (ticketId: string) =>
    zendesk.simulator.world.comments
      .filter((comment) => comment.ticket_id === Number(ticketId) && !comment.public)
      .map(({ body }) => body);

  it('leaves out those that changed meanwhile or are closed, and repeats no note', async () => {
    const desk = zendesk.buildDesk();
    const ids = await Promise.all([1, 2, 3].map(() => zendesk.seedTicket()));
    const [good = '', changed = '', closed = ''] = ids;
    const updates: DeskTicketUpdate[] = [];
    for (const ticketId of ids) {
      const { updatedAt = '' } = (await desk.readTicket(ticketId)) ?? {};
      updates.push({ ...toUpdate(ticketId), expectedUpdatedAt: updatedAt, creditsLeft: 21 });
    }
    await zendesk.advanceClock(2_000);
    await zendesk.updateTicket(changed, { priority: 'high' });
    await zendesk.updateTicket(closed, { status: 'closed' });
    expect(await desk.updateTickets(updates)).toEqual([good]);
    // The same once more, as after a lost answer: the stamp is not that of the ticket any more.
    expect(await desk.updateTickets(updates)).toEqual([]);
    expect(await desk.readTicket(good)).toMatchObject({ creditState: 'refunded' });
    expect(zendesk.simulator.world.tickets.get(Number(good))?.custom_fields).toMatchObject({
      [zendesk.fieldId('support_credits_left')]: '21',
    });
    expect(ids.map((ticketId) => readNotes(ticketId).length)).toEqual([1, 0, 0]);
  });

  it('adds a tag beside those that are there', async () => {
    const desk = zendesk.buildDesk();
    const ticketId = await zendesk.seedTicket({ tags: ['vip'] });
    expect(await desk.tagLowBalance(ticketId, 'low')).toBe('updated');
    expect(await desk.tagLowBalance(ticketId, 'low')).toBe('updated');
    const { tags } = zendesk.simulator.world.tickets.get(Number(ticketId))!;
    expect(tags.filter((tag) => tag === 'vip' || tag.startsWith('support_credits'))).toEqual([
      'support_credits_low',
      'vip',
    ]);
    await zendesk.updateTicket(ticketId, { status: 'closed' });
    expect(await desk.tagLowBalance(ticketId, 'out')).toBe('closed');
    expect(await desk.tagLowBalance('999999', 'out')).toBe('gone');
  });
});
