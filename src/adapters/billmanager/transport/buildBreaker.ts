import type { Clock } from '../../../use-cases/ports/clock';
import type { Logger } from '../../../use-cases/ports/logger';
import type { Outcome } from './postForm';

/** Sends, unless the panel is being left alone. An end by `signal`, which is the reader's, is no failure of the panel. */
export type Breaker = (signal: AbortSignal, send: () => Promise<Outcome>) => Promise<Outcome>;

/** Two calls with all their tries. */
const MAX_FAILURES = 6;

/** Short, because a ticket that waits for billing is looked at every minute and should not wait another one. */
const REST_MS = 10_000;

/**
 * After so many failures in a row the panel is left alone for a while: who asks is told at once instead of waiting for a
 * time-out, and a panel that struggles is not pushed. Then one call tries it, and all others go on when that succeeds.
 */
export function buildBreaker({ clock, logger }: { clock: Clock; logger: Logger }): Breaker {
  let failures = 0;
  let restsUntilMs = 0;
  let isProbing = false;

  const keepCount = (outcome: Outcome, signal: AbortSignal) => {
    if (!isDisturbed(outcome)) {
      if (failures >= MAX_FAILURES) logger.info({}, 'billing answers again');
      failures = 0;
      return;
    }
    if (signal.aborted) return;
    failures += 1;
    restsUntilMs = clock.now().getTime() + REST_MS;
    if (failures === MAX_FAILURES) logger.warn({ restMs: REST_MS }, 'billing is left alone for a while');
  };

  return async (signal, send) => {
    const isProbe = failures >= MAX_FAILURES;
    if (isProbe) {
      const leftMs = restsUntilMs - clock.now().getTime();
      // More than a whole rest is left only when the machine's clock was set back.
      const isResting = leftMs > 0 && leftMs <= REST_MS;
      if (isResting || isProbing) return { kind: 'withheld', restMs: isResting ? leftMs : 0 };
      isProbing = true;
    }
    try {
      const outcome = await send();
      keepCount(outcome, signal);
      return outcome;
    } finally {
      if (isProbe) isProbing = false;
    }
  };
}

/** Whether the way to the panel or the panel itself did not work; a refusal in good form is a sign of life. */
function isDisturbed(outcome: Outcome): boolean {
  if (outcome.kind === 'answered') return outcome.status >= 500 || outcome.status === 429;
  return outcome.kind === 'failed' && (outcome.why === 'timed_out' || outcome.why === 'connection');
}
