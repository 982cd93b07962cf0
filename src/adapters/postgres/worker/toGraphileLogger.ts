import { Logger as GraphileLogger } from 'graphile-worker';
import type { Logger } from '../../../use-cases/ports/logger';

/** How the queue begins its line about a job that failed; it repeats the error's message, which may repeat contents. */
const FAILED_JOB = 'Failed task';

/**
 * The queue's own chatter is dropped, its warnings and errors are kept. A failed job has been logged by whoever ran it,
 * with what the log may know.
 */
export function toGraphileLogger(logger: Logger): GraphileLogger {
  return new GraphileLogger(() => (level, message) => {
    if (message.startsWith(FAILED_JOB)) return;
    if (level === 'error') logger.error({ queue: message }, 'queue error');
    if (level === 'warning') logger.warn({ queue: message }, 'queue warning');
  });
}
