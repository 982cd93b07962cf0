import { setTimeout as wait } from 'node:timers/promises';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import type { Pace, RequestLimits } from '../../use-cases/ports/requestLimits';
import { toRetryAfterMs } from '../system/toRetryAfterMs';
import type { Outcome, ZendeskRequest } from './sendOnce';
import { toKind, toLimitedScope, toScopes } from './toScopes';
import type { LimitedKind } from './toScopes';

/** What lets requests through: at the pace that the account allows, and not while it asked to wait. */
export type RequestGate = {
  /** Returns when the request may be sent; or what the account would say, when that is too long from now. */
  pass(request: ZendeskRequest): Promise<Outcome | undefined>;
  /** Hears what became of it; a pause that was asked for is told to all replicas. */
  note(request: ZendeskRequest, outcome: Outcome): Promise<void>;
};

/** A request waits here at most so long for its place; what must wait longer is put off by the queue. */
const LONGEST_WAIT_MS = 10_000;

/** The longest window that Zendesk counts over (zendesk.md 8.5); nothing it asks for keeps the bridge longer. */
const LONGEST_PAUSE_MS = 600_000;

/** Without a word of how long, as in `toAdapterError`. */
const USUAL_PAUSE_MS = 1_000;

/** How long the pauses that replicas told each other are believed without asking again. */
const BELIEVED_MS = 1_000;

/** Timers may end a little early: what is left of a pause by then is none. */
const TOLERANCE_MS = 25;

/**
 * Builds the gate. Without `limits`, or while the database cannot be asked, this process still waits as it was told itself.
 * `ticketUpdatesPerMinute` is what Zendesk allows (zendesk.md 8.5): a fifth of it may come at once, the rest evenly, so that
 * no minute has more. Users are written once a second.
 */
export function buildRequestGate(options: {
  clock: Clock;
  logger: Logger;
  limits?: RequestLimits;
  ticketUpdatesPerMinute?: number;
}): RequestGate {
  const { limits, logger, clock } = options;
  const paces = toPaces(options.ticketUpdatesPerMinute ?? 100);
  /** When each pause ends, by the process's own steady clock. */
  const pauses = new Map<string, number>();
  let askedAt = -Infinity;

  const keep = (scope: string, waitMs: number) => {
    pauses.set(scope, Math.max(pauses.get(scope) ?? 0, performance.now() + waitMs));
  };
  const withLimits = async (use: (shared: RequestLimits) => Promise<void>): Promise<void> => {
    if (limits === undefined) return;
    await use(limits).catch((error: unknown) => {
      if (!(error instanceof AdapterError)) throw error;
      logger.warn({}, 'the limits of all replicas are not known: the database cannot be asked');
    });
  };
  const readShared = async (): Promise<void> => {
    if (performance.now() - askedAt < BELIEVED_MS) return;
    askedAt = performance.now();
    await withLimits(async (shared) => {
      for (const [scope, waitMs] of await shared.readPauses()) keep(scope, waitMs);
    });
  };
  const findPauseMs = (request: ZendeskRequest): number => {
    const now = performance.now();
    for (const [scope, endsAt] of pauses) if (endsAt <= now) pauses.delete(scope);
    return Math.max(0, ...toScopes(request).map((scope) => (pauses.get(scope) ?? 0) - now));
  };

  return {
    async pass(request) {
      await readShared();
      const pauseMs = findPauseMs(request);
      if (pauseMs > TOLERANCE_MS) return toRefusal(pauseMs);
      const kind = toKind(request);
      const pace = kind && paces[kind];
      if (pace === undefined) return undefined;
      let place = { isTaken: true, waitMs: 0 };
      await withLimits(async (shared) => {
        place = await shared.takePlace(pace, LONGEST_WAIT_MS);
      });
      if (!place.isTaken) return toRefusal(place.waitMs);
      if (place.waitMs > 0) await wait(place.waitMs);
      return undefined;
    },

    async note(request, outcome) {
      if (outcome.kind === 'failed' || outcome.status !== 429) return;
      const askedMs = toRetryAfterMs(outcome.retryAfter, clock.now()) ?? USUAL_PAUSE_MS;
      const [scope, waitMs] = [toLimitedScope(request, outcome), Math.min(askedMs, LONGEST_PAUSE_MS)];
      keep(scope, waitMs);
      await withLimits((shared) => shared.notePause(scope, waitMs));
      // A shorter one is said by who waits for it.
      if (waitMs > LONGEST_WAIT_MS) logger.warn({ scope, waitMs }, 'zendesk asked to wait');
    },
  };
}

function toPaces(ticketUpdatesPerMinute: number): Partial<Record<LimitedKind, Pace>> {
  const burst = Math.max(1, Math.floor(ticketUpdatesPerMinute / 5));
  const perMinute = Math.max(1, ticketUpdatesPerMinute - burst);
  return {
    ticket_updates: { name: 'zendesk_ticket_updates', perMinute, burst },
    user_updates: { name: 'zendesk_user_updates', perMinute: 60, burst: 1 },
  };
}

/** What Zendesk would say if it were asked now. */
function toRefusal(waitMs: number): Outcome {
  return { kind: 'answered', status: 429, text: '', retryAfter: String(Math.ceil(waitMs / 1_000)) };
}
