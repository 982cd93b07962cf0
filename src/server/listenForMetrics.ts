import type { Logger } from '../use-cases/ports/logger';
import type { Config } from './config';
import { buildMetricsServer } from './http/buildMetricsServer';
import type { StopList } from './stopList';
import { METRICS_STOP_MS } from './stopTimes';

/** Answers Prometheus where the configuration says, until the bridge stops; nowhere when there is no page. */
export async function listenForMetrics(
  { metricsHost: host, metricsPort }: Pick<Config, 'metricsHost' | 'metricsPort'>,
  page: { contentType: string; render(): Promise<string> } | undefined,
  { stops, logger }: { stops: StopList; logger: Logger },
): Promise<void> {
  if (page === undefined || metricsPort === undefined) return;
  const server = buildMetricsServer(page);
  stops.add(() => server.close(), METRICS_STOP_MS);
  await server.listen({ host, port: metricsPort });
  logger.info({ host, port: metricsPort }, 'metrics can be fetched');
}
