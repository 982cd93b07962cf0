import { openTelemetry } from '../../../src/adapters/telemetry/openTelemetry';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { Figures } from '../../../src/use-cases/ports/figures';
import { buildRecordingLogger } from '../../server/recordingLogger';
import { FIGURES } from './fakeFigures';

/** Metrics as the bridge opens them, on figures that the test gives. */
export async function openMetrics(readFigures: () => Promise<Figures> = async () => FIGURES) {
  const { logger, lines } = buildRecordingLogger();
  const opened = await openTelemetry({
    mode: 'live',
    metricsPort: 9_464,
    traceEndpoint: undefined,
    serviceName: 'support-credits',
    logger,
  });
  const page = opened.buildPage({ readFigures }, { now: () => new Date() });
  if (page === undefined) throw new Error('There is no page of metrics.');
  return { ...opened, page, lines };
}

/** Something of each kind of work, as the bridge does it. */
export async function watchEverything({ telemetry }: Awaited<ReturnType<typeof openMetrics>>): Promise<void> {
  telemetry.noteAnswer({ route: '/webhooks/zendesk', outcome: 'queued', durationMs: 3 });
  telemetry.noteLimit({ system: 'zendesk', limit: 700, remaining: 650 });
  const failing = () =>
    Promise.reject(new AdapterError('away', { code: 'zendesk_unavailable', retry: true }));
  await telemetry.watch({ kind: 'job', task: 'reconcile_ticket' }, async () => 'debited', String);
  await telemetry.watch({ kind: 'job', task: 'reconcile_ticket' }, failing, String).catch(() => undefined);
  await telemetry.watch(
    { kind: 'call', system: 'zendesk', operation: 'GET /api/v2/tickets/:id' },
    async () => '2xx',
    String,
  );
  await telemetry.watch(
    { kind: 'call', system: 'billmanager', operation: 'user' },
    async () => 'done',
    String,
  );
  await telemetry.watch({ kind: 'database', operation: 'ledger.decideTicket' }, async () => 'done', String);
}
