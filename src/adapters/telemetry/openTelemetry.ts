import type { Clock } from '../../use-cases/ports/clock';
import type { FiguresSource } from '../../use-cases/ports/figures';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { buildFigureGauges } from './buildFigureGauges';
import { buildFiguresReader } from './buildFiguresReader';
import { buildMetrics } from './buildMetrics';
import { buildTelemetry } from './buildTelemetry';
import type { Traces, TracesOptions } from './openTraces';

/** The page that Prometheus fetches. */
export type MetricsPage = { contentType: string; render(): Promise<string> };

/** What was opened. `stop` sends what has not been sent yet. */
export type OpenTelemetry = {
  telemetry: Telemetry;
  /** The page of numbers, with the figures of the database; undefined when no numbers are kept. */
  buildPage(figures: FiguresSource, clock: Clock): MetricsPage | undefined;
  stop(): Promise<void>;
};

/** Opens what the operator asked for; without anything asked for, nothing is kept, loaded or sent. */
export async function openTelemetry(options: {
  mode: 'live' | 'shadow';
  /** Where metrics are fetched; undefined: nowhere. */
  metricsPort: number | undefined;
  /** Where traces go; undefined: nowhere. */
  traceEndpoint: string | undefined;
  serviceName: string;
  logger: Logger;
}): Promise<OpenTelemetry> {
  const { mode, metricsPort, traceEndpoint: endpoint, serviceName, logger } = options;
  const metrics = metricsPort === undefined ? undefined : buildMetrics(mode);
  const traces = endpoint === undefined ? undefined : await loadTraces({ endpoint, serviceName, logger });
  return {
    telemetry: buildTelemetry({ metrics, traces }),
    buildPage(figures, clock) {
      if (metrics === undefined) return undefined;
      const { registry } = metrics;
      const gauges = buildFigureGauges(registry);
      const readFigures = buildFiguresReader({ figures, clock, logger });
      return {
        contentType: registry.contentType,
        async render() {
          gauges.show(await readFigures());
          return registry.metrics();
        },
      };
    },
    async stop() {
      metrics?.stop();
      await traces?.stop();
    },
  };
}

/** The packages for traces are large: they are loaded only where traces are sent. */
async function loadTraces(options: TracesOptions): Promise<Traces> {
  const { openTraces } = await import(/* webpackMode: "eager" */ './openTraces');
  return openTraces(options);
}
