import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Logger } from '../../use-cases/ports/logger';
import { toErrorFields } from '../toErrorFields';

/**
 * Runs a job with one line when it starts and one when it ends. A failure is logged and thrown on: the queue tries the
 * job again with growing pauses, and keeps it for the operator when it has failed for days.
 */
export async function runLogged(
  logger: Logger,
  fields: Record<string, unknown>,
  work: () => Promise<Record<string, unknown>>,
): Promise<void> {
  const startedAt = performance.now();
  const durationMs = () => Math.round(performance.now() - startedAt);
  logger.info(fields, 'job started');
  try {
    logger.info({ ...fields, ...(await work()), durationMs: durationMs() }, 'job ended');
  } catch (error) {
    logFailure(logger, error, { ...fields, durationMs: durationMs() });
    throw error;
  }
}

/** A failure that asking again can heal is `warn`; one that needs an operator, and a defect of ours, is `error`. */
function logFailure(logger: Logger, error: unknown, fields: Record<string, unknown>): void {
  const isFailure = error instanceof AdapterError;
  const level = isFailure && error.retry ? 'warn' : 'error';
  const outcome = isFailure ? error.code : 'internal_error';
  logger[level]({ ...fields, outcome, ...toErrorFields(error) }, 'job failed');
}
