import { Logger as GraphileLogger } from 'graphile-worker';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { Logger } from '../../../use-cases/ports/logger';
import { toDatabaseError } from '../toDatabaseError';

/** How the queue begins its line about a job that failed; it repeats the error's message, which may repeat contents. */
const FAILED_JOB = 'Failed task';

/**
 * The queue's own chatter is dropped, its warnings and errors are kept. A failed job has been logged by whoever ran it,
 * with what the log may know. What the queue says while the database is away is no defect: it goes on by itself, so it is
 * a warning.
 */
export function toGraphileLogger(logger: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message, meta) => {
    if (message.startsWith(FAILED_JOB)) return;
    if (level === 'error' && !isAway(meta?.error)) logger.error({ queue: message }, 'queue error');
    else if (level === 'error' || level === 'warning') logger.warn({ queue: message }, 'queue warning');
  });
}

function isAway(error: unknown): boolean {
  const named = toDatabaseError(error);
  return named instanceof AdapterError && named.code === 'database_unavailable';
}
