import { pino } from 'pino';
import type { DestinationStream } from 'pino';
import type { Logger } from '../../use-cases/ports/logger';
import { redact } from './redact';

/** The least that is logged. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/**
 * JSON lines of `level` and above to stdout, each with `level`, `time` (ISO 8601, UTC), the fields, and `msg`.
 * `destination` takes the lines instead of stdout.
 */
export function buildLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = pino(options, destination ?? pino.destination({ fd: 1, sync: true }));
  return {
    info: (fields, message) => {
      logger.info(redact(fields), message);
    },
    warn: (fields, message) => {
      logger.warn(redact(fields), message);
    },
    error: (fields, message) => {
      logger.error(redact(fields), message);
    },
  };
}
