import type { Pool } from 'pg';
import type { Logger } from '../../../use-cases/ports/logger';
import { releaseOrphanedJobs } from './releaseOrphanedJobs';
import { releaseUnheardJobs } from './releaseUnheardJobs';
import { repeat } from './repeat';

/** Who watches: the id of its worker, undefined before that looks for jobs, and the jobs that it knows to be its own. */
type Watcher = {
  logger: Logger;
  pauseMs: number;
  readOwnId(): string | undefined;
  listInHand(): readonly string[];
};

/**
 * Frees the jobs of dead workers, and those that one's own took without hearing of it, every `pauseMs`, until `stop`. What fails is
 * logged and tried again in the next round.
 */
export function watchOrphans(
  pool: Pool,
  { logger, pauseMs, readOwnId, listInHand }: Watcher,
): { stop(): Promise<void> } {
  return repeat(async () => {
    try {
      const ownId = readOwnId();
      const deadWorkers = await releaseOrphanedJobs(pool, ownId);
      if (deadWorkers > 0) logger.warn({ deadWorkers }, 'jobs of dead workers released');
      const unheard = ownId === undefined ? 0 : await releaseUnheardJobs(pool, ownId, listInHand());
      if (unheard > 0) logger.warn({ unheard }, 'jobs released that were taken without an answer');
    } catch {
      // The reason is in the log already when it is a lost connection; the queue is safe without this round.
      logger.warn({}, 'jobs of dead workers could not be looked for');
    }
  }, pauseMs);
}
