import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { untilAborted } from '../../system/untilAborted';
import { withDeadline } from '../../system/withDeadline';
import { buildSingleFlight } from '../buildSingleFlight';
import { toAdapterError } from '../toAdapterError';
import type { Exchange } from '../transport/buildExchange';
import type { Login, Pass } from './login';
import { openSession } from './openSession';

/** A login waits for the calls before it and then has its tries. */
const LOGIN_TIMEOUTS = 2;

/**
 * A session of the panel, which ends an hour after its last use (billmanager.md 2). It is made when first needed, shared
 * by all calls, and made anew when the panel says that it is over; a login that fails is not remembered. `access` means
 * either that or a right that is missing, so `keepalive` is asked which: otherwise every reading of a function that the
 * install does not have would log in again.
 */
export function buildSessionLogin(options: {
  exchange: Exchange;
  authinfo: string;
  timeoutMs: number;
}): Login {
  const { exchange, authinfo } = options;
  const timeoutMs = LOGIN_TIMEOUTS * options.timeoutMs;
  const share = buildSingleFlight<Pass>();
  let known: Pass | undefined;

  const logIn = async (): Promise<Pass> => {
    const auth = await withDeadline({ timeoutMs }, (signal) => openSession(exchange, authinfo, signal));
    return (known = { auth });
  };

  const isAlive = async (pass: Pass, signal: AbortSignal): Promise<boolean> => {
    const document = await exchange({ func: 'keepalive', ...pass }, signal);
    return document.kind === 'answer';
  };

  return {
    async readPass(signal) {
      try {
        return known ?? (await untilAborted(signal, share('login', logIn)));
      } catch (error) {
        if (error instanceof AdapterError || !signal.aborted) throw error;
        const cause = new Error('no login in time');
        throw toAdapterError('auth', { kind: 'failed', why: 'timed_out', cause });
      }
    },
    async hasEnded(pass, refusal, signal) {
      if (refusal !== 'auth' && refusal !== 'access') return false;
      if (known === pass && refusal === 'access' && (await isAlive(pass, signal))) return false;
      // Somebody else may have logged in meanwhile: that session is not the one that ended.
      if (known === pass) known = undefined;
      return true;
    },
  };
}
