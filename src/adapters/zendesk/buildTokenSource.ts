import type { AxiosInstance } from 'axios';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { parseAnswer } from './parseAnswer';
import { sendOnce } from './sendOnce';
import type { Outcome, ZendeskRequest } from './sendOnce';
import { sendWithRetries } from './sendWithRetries';
import { toAdapterError } from './toAdapterError';
import { tokenAnswer } from './wire';

/** Hands out the access token of the integration user. */
export type TokenSource = {
  readToken(): Promise<string>;
  /** The token was refused: the next reading fetches a new one, unless somebody did already. */
  forgetToken(token: string): void;
};

type Token = { value: string; usableUntil: number };

/** The shortest lifetime that Zendesk gives (zendesk.md 8.1), taken where the answer names none. */
const SHORTEST_LIFETIME_S = 300;

/** A token is given up this long before its end, so that it cannot end on the way. */
const MARGIN_MS = 60_000;

/**
 * OAuth client credentials (zendesk.md 8.1). There is no refresh token: near the end a new one is fetched. However many
 * ask, one fetch runs at a time. Fails with AdapterError; a refused client is `zendesk_unauthorized`.
 */
export function buildTokenSource(options: {
  http: AxiosInstance;
  clientId: string;
  clientSecret: string;
  clock: Clock;
  logger: Logger;
  timeoutMs: number;
  telemetry?: Telemetry;
  isReadOnly?: boolean;
}): TokenSource {
  const { clock } = options;
  let known: Token | undefined;
  let fetching: Promise<Token> | undefined;

  const fetchOnce = (): Promise<Token> => {
    fetching ??= fetchToken(options).finally(() => {
      fetching = undefined;
    });
    return fetching;
  };

  return {
    async readToken() {
      if (known === undefined || clock.now().getTime() >= known.usableUntil) known = await fetchOnce();
      return known.value;
    },
    forgetToken(token) {
      if (known?.value === token) known = undefined;
    },
  };
}

async function fetchToken(options: Parameters<typeof buildTokenSource>[0]): Promise<Token> {
  const { http, clock, timeoutMs, telemetry } = options;
  const request: ZendeskRequest = {
    method: 'POST',
    path: '/oauth/tokens',
    body: {
      grant_type: 'client_credentials',
      client_id: options.clientId,
      client_secret: options.clientSecret,
      scope: options.isReadOnly === true ? 'read' : 'read write',
    },
  };
  // Asking twice for a token changes nothing, so it is repeated like a reading.
  const outcome = await sendWithRetries(
    request,
    'after_failure',
    () => sendOnce(http, request, { timeoutMs, telemetry }),
    options,
  );
  if (outcome.kind === 'failed' || outcome.status < 200 || outcome.status >= 300) {
    throw toTokenError(request, outcome, clock.now());
  }
  const answer = parseAnswer(request, outcome.text, tokenAnswer);
  const lifetimeMs = (answer.expires_in ?? SHORTEST_LIFETIME_S) * 1_000;
  const marginMs = Math.min(MARGIN_MS, lifetimeMs / 2);
  return { value: answer.access_token, usableUntil: clock.now().getTime() + lifetimeMs - marginMs };
}

/** OAuth answers a wrong client with 400 or 401 alike (RFC 6749, 5.2): both mean that the settings are wrong. */
function toTokenError(request: ZendeskRequest, outcome: Outcome, now: Date): AdapterError {
  const error = toAdapterError(request, outcome, now);
  if (error.code !== 'zendesk_rejected') return error;
  return new AdapterError('Zendesk refused the OAuth client', { code: 'zendesk_unauthorized', retry: false });
}
