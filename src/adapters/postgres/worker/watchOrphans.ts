import type { Pool } from 'pg';
import type { Logger } from '../../../use-cases/ports/logger';
import { releaseOrphanedJobs } from './releaseOrphanedJobs';
import { repeat } from './repeat';

/** Frees the jobs of dead workers but oneself every `pauseMs`, until `stop`. What fails is logged and tried again in the next round. */
export function watchOrphans(
  pool: Pool,
  { logger, pauseMs, readOwnId }: { logger: Logger; pauseMs: number; readOwnId(): string | undefined },
): { stop(): Promise<void> } {
  return repeat(async () => {
    try {
      const deadWorkers = await releaseOrphanedJobs(pool, readOwnId());
      if (deadWorkers > 0) logger.warn({ deadWorkers }, 'jobs of dead workers released');
    } catch {
      // The reason is in the log already when it is a lost connection; the queue is safe without this round.
      logger.warn({}, 'jobs of dead workers could not be looked for');
    }
  }, pauseMs);
}
