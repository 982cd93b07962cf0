import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { toErrorFields } from '../toErrorFields';

/** Which job it is and what it is about: all but the task are ids. */
export type JobFields = { task: string } & Record<string, string>;

/** What came of a job; `outcome` is one of few words. */
export type JobEnd = { outcome: string } & Record<string, unknown>;

/**
 * Runs a job, watched, with one line when it starts and one when it ends. A failure is logged and thrown on: the queue tries
 * the job again with growing pauses, and keeps it for the operator when it has failed for days.
 */
export async function runLogged(
  { logger, telemetry }: { logger: Logger; telemetry: Pick<Telemetry, 'watch'> },
  fields: JobFields,
  work: () => Promise<JobEnd>,
): Promise<void> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  const { task, ...ids } = fields;
  const run = async () => {
    logger.info(fields, 'job started');
    try {
      const end = await work();
      logger.info({ ...fields, ...end, durationMs: durationMs() }, 'job ended');
      return end;
    } catch (error) {
      logFailure(logger, error, { ...fields, durationMs: durationMs() });
      throw error;
    }
  };
  await telemetry.watch({ kind: 'job', task, ids }, run, ({ outcome }) => outcome);
}

/** A failure that asking again can heal is `warn`; one that needs an operator, and a defect of ours, is `error`. */
function logFailure(logger: Logger, error: unknown, fields: Record<string, unknown>): void {
  const isFailure = error instanceof AdapterError;
  const level = isFailure && error.retry ? 'warn' : 'error';
  const outcome = isFailure ? error.code : 'internal_error';
  logger[level]({ ...fields, outcome, ...toErrorFields(error) }, 'job failed');
}
