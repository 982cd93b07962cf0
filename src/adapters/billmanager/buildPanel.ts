import { setTimeout as wait } from 'node:timers/promises';
import type { AxiosInstance } from 'axios';
import type { Logger } from '../../use-cases/ports/logger';
import { withDeadline } from '../system/withDeadline';
import { buildPanelHttp } from './buildPanelHttp';
import { buildSlots } from './buildSlots';
import type { Slots } from './buildSlots';
import { decodeDocument } from './decodeDocument';
import type { Decoded } from './decodeDocument';
import { postForm } from './postForm';
import type { Outcome } from './postForm';
import { toAdapterError, toPanelError } from './toAdapterError';

/** A good answer of the panel. */
export type Answer = Decoded & { kind: 'answer' };

/** The functions of the panel, to be read only. */
export type Panel = {
  /** Undefined: this login may not use the function, or the install has none of that name. Fails with AdapterError. */
  ask(func: string, params: Record<string, string>, signal: AbortSignal): Promise<Answer | undefined>;
};

/** More than two calls at once slow a panel down (billmanager.md 10). */
const MAX_IN_FLIGHT = 2;

const BACKOFF_MS = 300;

const PASSING_STATUSES = [502, 503, 504];

/**
 * Builds the caller; `authinfo` is `login:password` of a service user (billmanager.md 2). A call has `timeoutMs` from the
 * moment its slot is free: waiting for others is no fault of the panel. The signal of `ask` bounds waiting and call alike.
 */
export function buildPanel(options: {
  baseUrl: string;
  authinfo: string;
  logger: Logger;
  timeoutMs: number;
}): Panel {
  const { logger, timeoutMs } = options;
  const http = buildPanelHttp(options.baseUrl);
  const slots = buildSlots(MAX_IN_FLIGHT);
  return {
    async ask(func, params, signal) {
      const form = { ...params, func, out: 'json', lang: 'en', authinfo: options.authinfo };
      const outcome = await sendTwice({ http, slots, form, signal, logger, timeoutMs });
      if (outcome.kind === 'failed' || outcome.status !== 200 || isWebPage(outcome.text)) {
        throw toAdapterError(func, outcome);
      }
      const decoded = decodeDocument(outcome.text, func);
      if (decoded.kind === 'error') {
        if (decoded.type === 'access') return undefined;
        throw toPanelError(func, decoded.type);
      }
      // With two factors switched on every function answers this instead of data: no client would ever be found.
      if (decoded.fields.get('ok')?.startsWith('func=totp.confirm')) throw toPanelError(func, 'auth');
      return decoded;
    },
  };
}

type Call = {
  http: AxiosInstance;
  slots: Slots;
  form: Record<string, string> & { func: string };
  signal: AbortSignal;
  logger: Logger;
  timeoutMs: number;
};

/** A reading may be repeated once when the way to the panel was disturbed; not after a time-out, which cost enough. */
async function sendTwice(call: Call): Promise<Outcome> {
  const outcome = await sendInSlot(call);
  const isPassing =
    outcome.kind === 'answered' ? PASSING_STATUSES.includes(outcome.status) : outcome.why === 'connection';
  if (!isPassing) return outcome;
  const status = outcome.kind === 'answered' ? outcome.status : outcome.why;
  call.logger.warn({ func: call.form.func, status, waitMs: BACKOFF_MS }, 'billing is asked again');
  await wait(BACKOFF_MS);
  return sendInSlot(call);
}

async function sendInSlot({ http, slots, form, signal, timeoutMs }: Call): Promise<Outcome> {
  try {
    return await slots(signal, () =>
      withDeadline({ timeoutMs, parent: signal }, (bounded) => postForm(http, form, bounded)),
    );
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'failed', why: 'timed_out', cause: new Error('no slot became free') };
  }
}

/** A login page or a page of a proxy, where data was asked for (billmanager.md 1.2). */
function isWebPage(text: string): boolean {
  return text.trimStart().startsWith('<');
}
