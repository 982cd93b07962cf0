import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import type { Metrics } from './buildMetrics';
import type { Traces } from './openTraces';

/** Tells metrics and traces, where there are any, of what is watched. */
export function buildTelemetry({
  metrics,
  traces,
}: {
  metrics: Metrics | undefined;
  traces: Traces | undefined;
}): Telemetry {
  const inSpan: Traces['inSpan'] = traces?.inSpan ?? ((_work, run) => run(() => undefined));
  return {
    noteAnswer: (answer) => metrics?.noteAnswer(answer),
    noteLimit: (left) => metrics?.noteLimit(left),
    watch: (work, run, toResult) =>
      inSpan(work, async (endSpan) => {
        const startedAt = performance.now();
        const tell = (result: string, hasFailed: boolean) => {
          metrics?.noteWork(work, result, (performance.now() - startedAt) / 1_000);
          endSpan(result, hasFailed);
        };
        let value;
        try {
          value = await run();
        } catch (error) {
          tell(error instanceof AdapterError ? error.code : 'internal_error', true);
          throw error;
        }
        tell(toResult(value), false);
        return value;
      }),
    readTrace: () => traces?.readTrace(),
    continueTrace: (trace, run) => traces?.continueTrace(trace, run) ?? run(),
  };
}
