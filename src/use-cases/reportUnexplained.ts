import type { Clock } from './ports/clock';
import type { Logger } from './ports/logger';
import type { SweepMemory, Unexplained } from './ports/sweepMemory';

/** What the report needs. */
export type ReportUnexplainedDeps = { sweepMemory: SweepMemory; clock: Clock; logger: Logger };

/** A lost event is mended by then; what is still undecided needs an operator. */
const GRACE_MS = 15 * 60_000;

/**
 * Counts the tickets of technical support that are none of debited, waived, held, pending and refunded although a sweep
 * saw them a quarter of an hour ago, and says so in one line of the log: `warn` when there are any.
 */
export async function reportUnexplained(deps: ReportUnexplainedDeps): Promise<Unexplained> {
  const seenBefore = new Date(deps.clock.now().getTime() - GRACE_MS).toISOString();
  const unexplained = await deps.sweepMemory.readUnexplained(seenBefore);
  deps.logger[unexplained.count === 0 ? 'info' : 'warn'](unexplained, 'unexplained tickets');
  return unexplained;
}
