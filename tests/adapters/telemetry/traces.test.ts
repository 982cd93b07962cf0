import { buildTelemetry } from '../../../src/adapters/telemetry/buildTelemetry';
import { openTraces } from '../../../src/adapters/telemetry/openTraces';
import type { Traces } from '../../../src/adapters/telemetry/openTraces';
import { withTraceIds } from '../../../src/adapters/telemetry/withTraceIds';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { WatchedWork } from '../../../src/use-cases/ports/telemetry';
import { startCollector } from '../../helpers/telemetry/startCollector';
import type { Collector } from '../../helpers/telemetry/startCollector';
import { buildRecordingLogger } from '../../server/recordingLogger';

let collector: Collector;
let traces: Traces;

afterEach(async () => {
  await traces.stop();
  await collector.close();
});

async function open(options: { status?: number; isAway?: boolean } = {}) {
  collector = await startCollector(options);
  const { logger, lines } = buildRecordingLogger();
  if (options.isAway) await collector.close();
  traces = openTraces({ endpoint: `${collector.url}/`, serviceName: 'credits-of-test', logger });
  return { telemetry: buildTelemetry({ metrics: undefined, traces }), logger, lines };
}

const JOB: WatchedWork = { kind: 'job', task: 'reconcile_ticket', ids: { ticketId: '7' } };
const CALL: WatchedWork = { kind: 'call', system: 'zendesk', operation: 'GET /api/v2/tickets/:id' };
const WEBHOOK: WatchedWork = { kind: 'request', route: '/webhooks/zendesk' };
const done = () => 'done';

describe('traces', () => {
  it('hold what is watched inside of what, and what came of each', async () => {
    const { telemetry } = await open();
    await telemetry.watch(
      JOB,
      () => telemetry.watch(CALL, async () => 1, done),
      () => 'debited',
    );
    await traces.stop();
    const [call, job] = collector.spans;
    expect(job).toMatchObject({
      name: 'reconcile_ticket',
      attributes: { 'support_credits.ticketId': '7', 'support_credits.result': 'debited' },
    });
    expect(call).toMatchObject({
      name: 'zendesk GET /api/v2/tickets/:id',
      traceId: job!.traceId,
      parentSpanId: job!.spanId,
    });
    expect([...collector.serviceNames]).toEqual(['credits-of-test']);
  });

  it('go on where a job was asked for, in another process too, and keep parallel work apart', async () => {
    const { telemetry } = await open();
    const queued = await telemetry.watch(WEBHOOK, async () => telemetry.readTrace(), done);
    await Promise.all([
      telemetry.continueTrace(queued, () => telemetry.watch(JOB, async () => 1, done)),
      telemetry.continueTrace(undefined, () => telemetry.watch(CALL, async () => 1, done)),
      telemetry.continueTrace('00-of-no-form-01', () => telemetry.watch(CALL, async () => 1, done)),
    ]);
    await traces.stop();
    const [webhook, job, ...others] = collector.spans;
    expect(job).toMatchObject({ traceId: webhook!.traceId, parentSpanId: webhook!.spanId });
    expect(new Set(others.map(({ traceId }) => traceId)).size).toBe(2);
    expect(others.map(({ traceId }) => traceId)).not.toContain(webhook!.traceId);
  });

  it('name a failure by its code and never repeat what it said', async () => {
    const { telemetry } = await open();
    const error = new AdapterError('of anna@client.test', { code: 'zendesk_unavailable', retry: true });
    await expect(telemetry.watch(CALL, () => Promise.reject(error), done)).rejects.toBe(error);
    await traces.stop();
    expect(collector.spans[0]).toMatchObject({
      hasFailed: true,
      attributes: { 'support_credits.result': 'zendesk_unavailable' },
    });
    expect(collector.texts.join()).not.toContain('anna');
  });

  it('are named in the lines of the log that belong to them', async () => {
    const { telemetry, logger, lines } = await open();
    const log = withTraceIds(logger, telemetry);
    log.info({}, 'outside');
    await telemetry.watch(JOB, async () => log.info({ ticketId: '7' }, 'inside'), done);
    await traces.stop();
    expect(lines.map(({ fields }) => fields)).toEqual([
      {},
      { ticketId: '7', traceId: collector.spans[0]!.traceId },
    ]);
  });

  it.each([
    ['refuses', { status: 500 }],
    ['cannot be reached', { isAway: true }],
  ])('harm nothing when the collector %s: the work goes on, and the log says it once', async (_what, how) => {
    const { telemetry, lines } = await open(how);
    for (let round = 0; round < 600; round += 1) {
      expect(await telemetry.watch(JOB, async () => round, done)).toBe(round);
    }
    await traces.stop();
    expect(lines).toEqual([
      { level: 'warn', message: 'traces could not be delivered to the collector', fields: {} },
    ]);
  });
});
