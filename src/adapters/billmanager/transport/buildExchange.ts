import type { AxiosInstance } from 'axios';
import type { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { CallSlots } from '../../../use-cases/ports/callSlots';
import type { Clock } from '../../../use-cases/ports/clock';
import type { Logger } from '../../../use-cases/ports/logger';
import { NO_TELEMETRY } from '../../../use-cases/ports/telemetry';
import type { Telemetry } from '../../../use-cases/ports/telemetry';
import type { Pause } from '../../system/pause';
import { withDeadline } from '../../system/withDeadline';
import type { Decoded } from '../decodeDocument';
import { buildBreaker } from './buildBreaker';
import { buildSlots } from './buildSlots';
import { decideWaitMs } from './decideWaitMs';
import { postForm } from './postForm';
import type { Outcome } from './postForm';
import { toAttempt } from './toAttempt';
import type { Attempt } from './toAttempt';

/** What is sent: everything travels in the form, `func` says what is asked. Notation and language are added. */
export type Form = Record<string, string> & { func: string };

/**
 * Sends a form that changes nothing and answers the panel's document, an error document too. Whatever kept the panel
 * from giving one is thrown as AdapterError. `signal` bounds waiting, pauses and calls alike.
 */
export type Exchange = (form: Form, signal: AbortSignal) => Promise<Decoded>;

/** More than two calls at once slow a panel down (billmanager.md 10). */
const MAX_IN_FLIGHT = 2;

const MAX_TRIES = 3;

/**
 * One exchange has up to three tries with growing pauses between; who pauses holds no slot. Two tries are under way at
 * once, in this process and, with `callSlots`, over all replicas. A try has `timeoutMs` from the moment its slot is free:
 * waiting for others is no fault of the panel. `random` (0 to 1) spreads the pauses.
 */
export function buildExchange(options: {
  http: AxiosInstance;
  clock: Clock;
  logger: Logger;
  /** Hears of each try, its waiting for a slot included. */
  telemetry?: Telemetry | undefined;
  callSlots?: CallSlots | undefined;
  timeoutMs: number;
  random: () => number;
  pause: Pause;
}): Exchange {
  const { http, clock, logger, telemetry = NO_TELEMETRY, callSlots, timeoutMs, random, pause } = options;
  const slots = buildSlots(MAX_IN_FLIGHT);
  const breaker = buildBreaker({ clock, logger });

  const inSharedSlot = async (signal: AbortSignal, post: () => Promise<Outcome>): Promise<Outcome> => {
    if (callSlots === undefined) return post();
    const held = await callSlots.hold('billmanager', MAX_IN_FLIGHT, () => signal.aborted, post);
    if (held === undefined) throw signal.reason;
    return held.value;
  };

  const send = async (form: Form, signal: AbortSignal): Promise<Outcome> => {
    const post = () =>
      withDeadline({ timeoutMs, parent: signal }, (bounded) =>
        postForm(http, { ...form, out: 'json', lang: 'en' }, bounded),
      );
    try {
      return await slots(signal, () => breaker(signal, () => inSharedSlot(signal, post)));
    } catch (error) {
      if (!signal.aborted) throw error;
      return { kind: 'failed', why: 'timed_out', cause: new Error('no slot became free') };
    }
  };

  const attempt = (form: Form, signal: AbortSignal): Promise<Tried> =>
    telemetry.watch(
      { kind: 'call', system: 'billmanager', operation: form.func },
      async () => {
        const outcome = await send(form, signal);
        return { isWithheld: outcome.kind === 'withheld', ...toAttempt(form.func, outcome, clock.now()) };
      },
      toResult,
    );

  return async (form, signal) => {
    let lastError: AdapterError | undefined;
    for (let tries = 1; ; tries += 1) {
      const tried = await attempt(form, signal);
      // That the panel is left alone now is the consequence; what happened to this call says more.
      if (tried.isWithheld && lastError !== undefined) throw lastError;
      if (tried.kind === 'document') return tried.document;
      lastError = tried.error;
      const waitMs =
        tried.canRepeat && tries < MAX_TRIES ? decideWaitMs(tries, lastError, random()) : undefined;
      if (waitMs === undefined) throw lastError;
      logger.warn({ func: form.func, code: lastError.code, waitMs }, 'billing is asked again');
      if (!(await pause(waitMs, signal))) throw lastError;
    }
  };
}

/** One try; `isWithheld`: it was not sent, because the panel is being left alone. */
type Tried = Attempt & { isWithheld: boolean };

/** `refused`: the panel answered in good form that it will not. */
function toResult(tried: Tried): string {
  if (tried.kind === 'failed') return tried.error.code;
  return tried.document.kind === 'error' ? 'refused' : 'done';
}
