import type { CallSlots } from '../../use-cases/ports/callSlots';
import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { pause as pauseForReal } from '../system/pause';
import type { Pause } from '../system/pause';
import { assertReadOnly } from './assertReadOnly';
import type { Decoded } from './decodeDocument';
import { buildAuthinfoLogin } from './login/buildAuthinfoLogin';
import { buildSessionLogin } from './login/buildSessionLogin';
import { asksForSecondFactor, toSecondFactorError } from './login/secondFactor';
import { toPanelError } from './toAdapterError';
import { buildExchange } from './transport/buildExchange';
import { buildPanelHttp } from './transport/buildPanelHttp';
import type { Trust } from './transport/trust';

/** A good answer of the panel. */
export type Answer = Decoded & { kind: 'answer' };

/** The functions of the panel, to be read only. */
export type Panel = {
  /**
   * Undefined: this login may not use the function, or the install has none of that name. Fails with AdapterError; asking
   * for something that would write is a defect.
   */
  ask(func: string, params: Record<string, string>, signal: AbortSignal): Promise<Answer | undefined>;
};

/** How the panel is reached. */
export type PanelOptions = {
  /** `https://host:1500` or the address of the panel itself, which ends in `/billmgr`. */
  baseUrl: string;
  /** `login:password` of a service user that nobody uses in a browser. */
  authinfo: string;
  /** `authinfo` (unless set): with every call; `session`: a login for an hour, where authinfo is restricted. */
  login?: 'authinfo' | 'session';
  /** Which certificates are believed; without it those of the authorities that Node knows. */
  trust?: Trust;
  logger: Logger;
  /** Hears of each exchange. */
  telemetry?: Telemetry;
  /** Slots of all replicas; without them two calls at once hold for this caller alone. */
  callSlots?: CallSlots;
  clock: Clock;
  /** For one try of a call, from the moment its slot is free. */
  timeoutMs: number;
  /** Spreads the pauses between tries, 0 to 1. */
  random?: () => number;
  pause?: Pause;
};

/** Builds the caller. The signal of `ask` bounds login, waiting, pauses and tries together. */
export function buildPanel(options: PanelOptions): Panel {
  const {
    baseUrl,
    authinfo,
    clock,
    logger,
    telemetry,
    callSlots,
    timeoutMs,
    trust = { kind: 'public' },
    random = Math.random,
    pause = pauseForReal,
  } = options;
  const http = buildPanelHttp(baseUrl, trust);
  const exchange = buildExchange({ http, clock, logger, telemetry, callSlots, timeoutMs, random, pause });
  const login =
    options.login === 'session'
      ? buildSessionLogin({ exchange, authinfo, timeoutMs })
      : buildAuthinfoLogin(authinfo);

  const askOnce = async (func: string, params: Record<string, string>, signal: AbortSignal) => {
    const pass = await login.readPass(signal);
    return { pass, document: await exchange({ ...params, func, ...pass }, signal) };
  };

  return {
    async ask(func, params, signal) {
      assertReadOnly(func, params);
      const { pass, document: first } = await askOnce(func, params, signal);
      const hasEnded = first.kind === 'error' && (await login.hasEnded(pass, first.type, signal));
      const document = hasEnded ? (await askOnce(func, params, signal)).document : first;
      if (document.kind === 'error') {
        const error = toPanelError(func, document.type, document);
        if (document.type === 'access' && error.code === 'billing_unauthorized') return undefined;
        throw error;
      }
      if (asksForSecondFactor(document)) throw toSecondFactorError(func);
      return document;
    },
  };
}
