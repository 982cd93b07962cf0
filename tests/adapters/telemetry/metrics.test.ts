import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { Figures } from '../../../src/use-cases/ports/figures';
import { buildMetricsServer } from '../../../src/server/http/buildMetricsServer';
import { FIGURES } from './fakeFigures';
import { openMetrics, watchEverything } from './openMetrics';

type Metrics = Awaited<ReturnType<typeof openMetrics>>;

let metrics: Metrics | undefined;
afterEach(() => metrics?.stop());

const open = async (readFigures?: () => Promise<Figures>) => (metrics = await openMetrics(readFigures));

/** The samples of a page whose line begins so. */
const samplesOf = (page: string, start: string) =>
  page.split('\n').filter((line) => line.startsWith(`support_credits_${start}`));

describe('the page of metrics', () => {
  it('counts answers, jobs, calls and operations by what came of them, and times each', async () => {
    const opened = await open();
    await watchEverything(opened);
    const page = await opened.page.render();
    expect(samplesOf(page, 'http_requests_total')).toEqual([
      'support_credits_http_requests_total{route="/webhooks/zendesk",outcome="queued"} 1',
    ]);
    expect(samplesOf(page, 'jobs_total')).toEqual([
      'support_credits_jobs_total{task="reconcile_ticket",outcome="debited"} 1',
      'support_credits_jobs_total{task="reconcile_ticket",outcome="zendesk_unavailable"} 1',
    ]);
    expect(samplesOf(page, 'job_duration_seconds_count')).toEqual([
      'support_credits_job_duration_seconds_count{task="reconcile_ticket"} 2',
    ]);
    expect(samplesOf(page, 'outbound_calls_total')).toHaveLength(2);
    expect(samplesOf(page, 'outbound_limit_remaining_requests')).toEqual([
      'support_credits_outbound_limit_remaining_requests{system="zendesk"} 650',
    ]);
    expect(samplesOf(page, 'database_duration_seconds_count')).toEqual([
      'support_credits_database_duration_seconds_count{operation="ledger.decideTicket",result="done"} 1',
    ]);
    expect(page).toContain('process_resident_memory_bytes ');
  });

  it('shows the figures of the database, the time of the last proof in seconds since 1970', async () => {
    const page = await (await open()).page.render();
    expect(samplesOf(page, 'queue_jobs{')).toContain(
      'support_credits_queue_jobs{task="reconcile_ticket",state="given_up"} 1',
    );
    expect(page).toContain('support_credits_queue_oldest_job_age_seconds{task="reconcile_ticket"} 12.5\n');
    expect(page).toContain('support_credits_work_items{kind="held"} 4\n');
    expect(page).toContain('support_credits_ledger_sound 1\n');
    expect(page).toContain(`support_credits_ledger_verified_timestamp_seconds 1795306650\n`);
    expect(page).toContain('support_credits_database_up 1\n');
  });

  it('says nothing old of a database that cannot be asked, and counts on', async () => {
    const opened = await open(() =>
      Promise.reject(new AdapterError('away', { code: 'database_unavailable', retry: true })),
    );
    await watchEverything(opened);
    const page = await opened.page.render();
    expect(page).toContain('support_credits_database_up 0\n');
    for (const name of ['queue_jobs{', 'work_items{', 'billing_newest', 'ledger_sound', 'ledger_verified'])
      expect([name, samplesOf(page, name)]).toEqual([name, []]);
    expect(samplesOf(page, 'jobs_total')).toHaveLength(2);
    expect(opened.lines.map(({ level }) => level)).toEqual(['warn']);
  });

  it('says nothing of proofs and of billing before there was one', async () => {
    const opened = await open(async () => ({ ...FIGURES, billing: undefined, verified: undefined }));
    const page = await opened.page.render();
    expect([...samplesOf(page, 'ledger_'), ...samplesOf(page, 'billing_')]).toEqual([]);
  });

  it('asks the database once, however many fetch it within some seconds', async () => {
    let readings = 0;
    const opened = await open(async () => {
      readings += 1;
      return FIGURES;
    });
    await Promise.all(Array.from({ length: 20 }, () => opened.page.render()));
    await opened.page.render();
    expect(readings).toBe(1);
  });

  it('is all that its server has', async () => {
    const server = buildMetricsServer((await open()).page);
    const answer = await server.inject({ url: '/metrics' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(answer.body).toContain('# TYPE support_credits_jobs_total counter');
    for (const url of ['/', '/v1/tickets/1/credits', '/webhooks/zendesk'])
      expect((await server.inject({ url })).statusCode).toBe(404);
    await server.close();
  });

  it('says of each number of ours what it is and whether replicas are to be added up', async () => {
    const page = await (await open()).page.render();
    const helps = page.split('\n').filter((line) => line.startsWith('# HELP support_credits_'));
    expect(helps.length).toBeGreaterThan(20);
    expect(helps.filter((help) => !/(Of this process|the same at every replica)\.$/.test(help))).toEqual([]);
  });
});
