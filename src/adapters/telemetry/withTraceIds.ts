import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';

/** The same log, whose lines name the trace that they belong to, where traces are kept. */
export function withTraceIds(logger: Logger, telemetry: Pick<Telemetry, 'readTrace'>): Logger {
  const add = (fields: Record<string, unknown>) => {
    const traceId = telemetry.readTrace()?.split('-')[1];
    return traceId === undefined ? fields : { ...fields, traceId };
  };
  return {
    info: (fields, message) => logger.info(add(fields), message),
    warn: (fields, message) => logger.warn(add(fields), message),
    error: (fields, message) => logger.error(add(fields), message),
  };
}
