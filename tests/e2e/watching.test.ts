import { startCollector } from '../helpers/telemetry/startCollector';
import type { Collector, ReceivedSpan } from '../helpers/telemetry/startCollector';
import { findFreePorts, startPlayground } from './startPlayground';
import type { Playground } from './startPlayground';
import { waitFor, zendeskAs } from './zendeskAs';

jest.setTimeout(120_000);

let collector: Collector;
let playground: Playground;
let metricsUrl: string;
let ticketId: string;

/** One question, from the help center to the debit, in a bridge that is watched by all means. */
beforeAll(async () => {
  collector = await startCollector();
  const [metricsPort = ''] = await findFreePorts(1);
  metricsUrl = `http://127.0.0.1:${metricsPort}/metrics`;
  playground = await startPlayground({
    METRICS_PORT: metricsPort,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });
  const client = zendeskAs(playground, 'credits@client.test');
  ticketId = String(await client.askTech('A secret of the client'));
  await waitFor(
    () => zendeskAs(playground, 'care@agent.test').readTicket(Number(ticketId)),
    (ticket) => ticket.tags.includes('credit_debited'),
  );
});
afterAll(async () => {
  await playground?.stop();
  await collector?.close();
});

type Line = Record<string, unknown>;

const readLines = async (): Promise<Line[]> =>
  (await playground.readBridgeLog())
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

const endOf = (lines: Line[], task: string, ids: Line): Line | undefined =>
  lines.find(
    (line) =>
      line['msg'] === 'job ended' &&
      line['task'] === task &&
      Object.entries(ids).every(([name, id]) => line[name] === id),
  );

describe('one ticket, watched', () => {
  it('leads through the log from the webhook to the entry, the ticket and the requester', async () => {
    const lines = await waitFor(readLines, (read) => {
      const decided = endOf(read, 'reconcile_ticket', { ticketId, outcome: 'debited' });
      return (
        endOf(read, 'bring_ticket_in_line', { ticketId, outcome: 'updated' }) !== undefined &&
        endOf(read, 'bring_requester_in_line', { requesterId: decided?.['requesterId'] }) !== undefined
      );
    });
    const webhook = lines.find((line) => line['msg'] === 'request answered' && line['ticketId'] === ticketId);
    expect(webhook).toMatchObject({
      route: '/webhooks/zendesk',
      outcome: 'queued',
      deliveryId: expect.any(String),
      requestId: expect.any(String),
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const debited = lines.find(
      (line) => line['task'] === 'reconcile_ticket' && (line['entryKeys'] as string[])?.length > 0,
    );
    expect(debited).toMatchObject({
      ticketId,
      outcome: 'debited',
      billingAccountId: expect.any(String),
      entryKeys: expect.arrayContaining([`debit:zt_${ticketId}:0`]),
    });
  });

  it('is one trace: webhook, jobs, calls outside and operations on the database', async () => {
    const wanted = [
      '/webhooks/zendesk',
      'queue.queueReconcile',
      'reconcile_ticket',
      'zendesk GET /api/v2/tickets/:id',
      'billmanager user',
      'ledger.decideTicket',
      'bring_ticket_in_line',
      'zendesk PUT /api/v2/tickets/:id',
    ];
    const byTrace = (spans: ReceivedSpan[]) =>
      [...new Set(spans.map(({ traceId }) => traceId))].map((id) =>
        spans.filter(({ traceId }) => traceId === id),
      );
    const isWhole = (spans: ReceivedSpan[]) =>
      wanted.every((name) => spans.some((span) => span.name === name));
    const traces = await waitFor(
      async () => byTrace(collector.spans),
      (all) => all.some(isWhole),
    );
    const spans = traces.find(isWhole)!;
    const job = spans.find(({ name }) => name === 'reconcile_ticket')!;
    expect(job.attributes['support_credits.ticketId']).toBe(ticketId);
    const ids = new Set(spans.map(({ spanId }) => spanId));
    expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined)).toHaveLength(1);
    expect(spans.every(({ parentSpanId }) => parentSpanId === undefined || ids.has(parentSpanId))).toBe(true);
  });

  it('is counted in the metrics', async () => {
    const page = await waitFor(
      async () => (await fetch(metricsUrl)).text(),
      (text) => text.includes('support_credits_jobs_total{task="bring_ticket_in_line",outcome="updated"}'),
    );
    for (const start of [
      'http_requests_total{route="/webhooks/zendesk",outcome="queued"}',
      'jobs_total{task="reconcile_ticket",outcome="debited"}',
      'outbound_calls_total{system="zendesk",operation="PUT /api/v2/tickets/:id",result="2xx"}',
      'outbound_calls_total{system="billmanager",operation="user",result="done"}',
      'outbound_limit_remaining_requests{system="zendesk"}',
      'database_up 1',
      'billing_newest_reading_age_seconds ',
      'work_items{kind="held"} ',
    ])
      expect(page).toContain(`support_credits_${start}`);
  });

  it('leaves nothing of the person or of what was asked in traces and metrics', async () => {
    const told = [...collector.texts, await (await fetch(metricsUrl)).text()].join('\n');
    expect(told).not.toMatch(/client\.test|A secret of the client/);
  });
});
