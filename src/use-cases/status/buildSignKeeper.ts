import type { SignMemory } from '../ports/bridgeSigns';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

/** What keeping signs needs. */
export type SignKeeperDeps = { signs: SignMemory; clock: Clock; logger: Logger };

/** Notes that something came through. Nobody waits for it, and nobody is kept by it. */
export type SignKeeper = {
  noteWebhook(): void;
  noteBillingAnswer(): void;
  noteBillingFailure(code: string): void;
};

/** Each process writes a sign of one kind at most so often: thousands of webhooks cost no more than one write each time. */
const PAUSE_MS = 10_000;

/**
 * Keeps signs of life. Billing that fails after it answered, or the other way round, is written at once, so that the last
 * word about it is always true. A sign that cannot be kept is logged and lost: the next one stands for it.
 */
export function buildSignKeeper({ signs, clock, logger }: SignKeeperDeps): SignKeeper {
  const keptAtMs = new Map<string, number>();
  const keep = (kind: string, write: (at: string) => Promise<void>) => {
    const now = clock.now();
    if (now.getTime() - (keptAtMs.get(kind) ?? -Infinity) < PAUSE_MS) return;
    keptAtMs.set(kind, now.getTime());
    write(now.toISOString()).catch(() => logger.warn({ kind }, 'a sign of life could not be kept'));
  };
  return {
    noteWebhook: () => keep('webhook', (at) => signs.noteWebhook(at)),
    noteBillingAnswer() {
      keptAtMs.delete('billing failure');
      keep('billing answer', (at) => signs.noteBillingAnswer(at));
    },
    noteBillingFailure(code) {
      keptAtMs.delete('billing answer');
      keep('billing failure', (at) => signs.noteBillingFailure(at, code));
    },
  };
}
