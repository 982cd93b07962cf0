import type { SweepPosition } from '../../../src/use-cases/ports/changedTickets';
import { validateResponse } from '../../helpers/openapi/validateResponse';
import { buildZendeskChangedTickets } from '../../../src/adapters/zendesk/buildZendeskChangedTickets';
import { buildFixedClock, buildRecordedLog } from '../billmanager/recordedLog';
import { startDeskOnTest } from './deskOnTest';
import type { DeskOnTest } from './deskOnTest';
import { FIELDS } from './scriptedAnswers';
import { startScriptedZendesk } from './scriptedZendesk';

const START: SweepPosition = { startAt: '2020-01-01T00:00:00.000Z' };

describe('the list of changed tickets of a simulated account', () => {
  let zendesk: DeskOnTest;

  beforeAll(async () => {
    zendesk = await startDeskOnTest();
  });
  beforeEach(() => zendesk.simulator.reset());
  afterAll(() => zendesk.close());

  it('withholds the newest minute, then shows the ticket with its line, what it costs and the time of its change', async () => {
    const changed = zendesk.buildChangedTickets();
    await zendesk.call('POST', '/_control/clock', { now: '2026-11-22T10:00:00Z' });
    const fields = { support_line: 'tech', support_credit: 'credit_held' };
    const id = await zendesk.seedTicket({ fields });
    expect(await changed.readPage(START)).toEqual({ tickets: [], next: START, isLast: true });
    await zendesk.advanceClock(61_000);
    const page = await changed.readPage(START);
    expect(page).toEqual({
      tickets: [
        {
          id,
          line: 'tech',
          creditState: 'held',
          isDeleted: false,
          isOpen: true,
          changedAt: '2026-11-22T10:00:00.000Z',
        },
      ],
      next: { cursor: expect.any(String) },
      isLast: true,
    });
  });

  it('goes on behind a page of a hundred, and shows a ticket again when it changed', async () => {
    const changed = zendesk.buildChangedTickets();
    for (let count = 0; count < 101; count += 1) await zendesk.seedTicket();
    await zendesk.advanceClock(61_000);
    const first = await changed.readPage(START);
    expect([first.tickets.length, first.isLast]).toEqual([100, false]);
    const second = await changed.readPage(first.next);
    expect([second.tickets.length, second.isLast]).toEqual([1, true]);
    const again = first.tickets[0]?.id ?? '';
    await zendesk.updateTicket(again, { priority: 'high' });
    await zendesk.advanceClock(61_000);
    expect((await changed.readPage(second.next)).tickets.map(({ id }) => id)).toEqual([again]);
    expect(await changed.readPage(second.next)).toMatchObject({ isLast: true });
  });

  it('shows deleted tickets as not open', async () => {
    const changed = zendesk.buildChangedTickets();
    const id = await zendesk.seedTicket();
    await zendesk.call('DELETE', `/api/v2/tickets/${id}`);
    await zendesk.advanceClock(61_000);
    expect((await changed.readPage(START)).tickets).toMatchObject([{ id, isOpen: false, isDeleted: true }]);
  });

  it('hands on the wait when it asks more than ten times a minute', async () => {
    const changed = zendesk.buildChangedTickets();
    for (let count = 0; count < 10; count += 1) await changed.readPage(START);
    const refusal = await changed.readPage(START).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'zendesk_rate_limited', retry: true });
    expect((refusal as { retryAfterMs: number }).retryAfterMs).toBeGreaterThan(10_000);
  });
});

describe('the list of changed tickets of a scripted account', () => {
  const PAGE = {
    tickets: [
      { id: 7, status: 'open', updated_at: '2026-11-22T10:00:00Z', generated_timestamp: 1795342200 },
      { id: 8, status: 'closed', updated_at: '2026-11-22T10:00:00Z' },
    ],
    after_cursor: 'MTU3NjYxMzUzOS4wfHw0Njd8',
    end_of_stream: true,
  };

  async function readScripted(body: unknown, { status = 200, position = START } = {}) {
    const asked: string[] = [];
    const zendesk = await startScriptedZendesk(({ path }) => {
      if (path === '/oauth/tokens') return { body: { access_token: 'token', expires_in: 300 } };
      if (path.startsWith('/api/v2/ticket_fields')) return { body: FIELDS };
      asked.push(path);
      return { status, body };
    });
    try {
      const page = await buildZendeskChangedTickets({
        baseUrl: zendesk.url,
        clientId: 'id',
        clientSecret: 'secret',
        logger: buildRecordedLog(),
        clock: buildFixedClock('2026-11-22T10:00:00Z'),
      }).readPage(position);
      return { ...page, asked };
    } finally {
      await zendesk.close();
    }
  }

  it('gives answers that the vendor has published', () => {
    expect(validateResponse('GET', '/api/v2/incremental/tickets/cursor', 200, PAGE)).toEqual([]);
  });

  it.each<[SweepPosition, string]>([
    [START, 'start_time=1577836800'],
    [{ cursor: 'a+b/c=' }, 'cursor=a%2Bb%2Fc%3D'],
  ])('is asked for a hundred tickets from %j on', async (position, query) => {
    const { asked } = await readScripted(PAGE, { position });
    expect(asked).toEqual([`/api/v2/incremental/tickets/cursor.json?per_page=100&${query}`]);
  });

  it('takes the later of both times of a change, for Zendesk itself moves only one', async () => {
    const { tickets } = await readScripted(PAGE);
    expect(tickets).toMatchObject([
      { id: '7', line: undefined, isOpen: true, changedAt: '2026-11-22T10:10:00.000Z' },
      { id: '8', line: undefined, isOpen: false, changedAt: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it.each([
    ['no way on before the end', { ...PAGE, after_cursor: null, end_of_stream: false }],
    ['no time of change', { ...PAGE, tickets: [{ id: 7, status: 'open', updated_at: 'soon' }] }],
    ['no end', { tickets: [], after_cursor: null }],
  ])('refuses an answer with %s', async (_what, body) => {
    await expect(readScripted(body)).rejects.toMatchObject({ code: 'zendesk_unexpected_answer' });
  });

  it('names an account whose export is not there', async () => {
    await expect(readScripted({}, { status: 404 })).rejects.toMatchObject({
      code: 'zendesk_unexpected_answer',
    });
  });
});
