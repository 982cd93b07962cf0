import type { ZodType } from 'zod';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Clock } from '../../use-cases/ports/clock';
import type { RequestLimits } from '../../use-cases/ports/requestLimits';
import type { Logger } from '../../use-cases/ports/logger';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { buildZendeskHttp } from './buildZendeskHttp';
import { buildRequestGate } from './buildRequestGate';
import { buildTokenSource } from './buildTokenSource';
import { parseAnswer } from './parseAnswer';
import { sendOnce } from './sendOnce';
import type { Outcome, ZendeskRequest } from './sendOnce';
import { sendWithRetries } from './sendWithRetries';
import type { Repeatable } from './sendWithRetries';
import { toAdapterError } from './toAdapterError';

/** How Zendesk is reached. `baseUrl` is `https://<subdomain>.zendesk.com`. */
export type ZendeskClientOptions = {
  baseUrl: string;
  clientId: string;
  clientSecret: string;
  logger: Logger;
  clock: Clock;
  /** For one exchange as a whole. */
  timeoutMs?: number;
  /** What all replicas agree on; without it, this process alone. */
  limits?: RequestLimits;
  /** Hears of each exchange. */
  telemetry?: Telemetry;
  /** Nothing is written, and the token has no right to. */
  isReadOnly?: boolean;
  /** How many updates of single tickets the account allows in a minute; 100 when not given. */
  ticketUpdatesPerMinute?: number;
};

/** The REST API as the integration user sees it. All methods fail with AdapterError. */
export type ZendeskClient = {
  /** Undefined: 404, there is no such thing. */
  read<Answer>(path: string, schema: ZodType<Answer>): Promise<Answer | undefined>;
  /** Answers `done`, or the status when it is one of the refusals that the caller expects. */
  write(path: string, body: unknown, refusals: readonly number[]): Promise<'done' | number>;
  /** As a write that expects no refusal and whose answer says something. */
  change<Answer>(path: string, body: unknown, schema: ZodType<Answer>): Promise<Answer>;
  /** Makes something new; asked again only where Zendesk said that it has not looked at it. */
  create(path: string, body: unknown): Promise<void>;
};

/** Builds the client: tokens, the pace of all replicas, time-outs, bounded retries, and errors with codes. */
export function buildZendeskClient(options: ZendeskClientOptions): ZendeskClient {
  const { clock, logger, telemetry, timeoutMs = 10_000 } = options;
  const http = buildZendeskHttp(options.baseUrl);
  const gate = buildRequestGate(options);
  const tokens = buildTokenSource({ ...options, http, timeoutMs });

  /** A refused token is replaced once: it may have been revoked before its end. */
  const sendAuthorized = async (request: ZendeskRequest): Promise<Outcome> => {
    const token = await tokens.readToken();
    const outcome = await sendOnce(http, request, { token, timeoutMs, telemetry });
    if (outcome.kind !== 'answered' || outcome.status !== 401) return outcome;
    tokens.forgetToken(token);
    return sendOnce(http, request, { token: await tokens.readToken(), timeoutMs, telemetry });
  };

  const sendInTurn = async (request: ZendeskRequest): Promise<Outcome> => {
    const refusal = await gate.pass(request);
    if (refusal !== undefined) return refusal;
    const outcome = await sendAuthorized(request);
    await gate.note(request, outcome);
    return outcome;
  };

  const exchange = async (request: ZendeskRequest, repeatable: Repeatable, expected: readonly number[]) => {
    if (options.isReadOnly === true && request.method !== 'GET') throw toReadOnlyError(request);
    const outcome = await sendWithRetries(request, repeatable, () => sendInTurn(request), {
      clock,
      logger,
    });
    const isAnswer = outcome.kind === 'answered';
    if (isAnswer && (isSuccess(outcome.status) || expected.includes(outcome.status))) return outcome;
    throw toAdapterError(request, outcome, clock.now());
  };

  return {
    async read(path, schema) {
      const request: ZendeskRequest = { method: 'GET', path };
      const { status, text } = await exchange(request, 'after_failure', [404]);
      return status === 404 ? undefined : parseAnswer(request, text, schema);
    },
    async write(path, body, refusals) {
      const { status } = await exchange({ method: 'PUT', path, body }, 'after_rate_limit', refusals);
      return isSuccess(status) ? 'done' : status;
    },
    async change(path, body, schema) {
      const request: ZendeskRequest = { method: 'PUT', path, body };
      const { text } = await exchange(request, 'after_rate_limit', []);
      return parseAnswer(request, text, schema);
    },
    async create(path, body) {
      await exchange({ method: 'POST', path, body }, 'after_rate_limit', []);
    },
  };
}

/** Whoever runs without the right to write must not come here, so it is a defect; it is stopped before the wire. */
function toReadOnlyError({ method, path }: ZendeskRequest): AdapterError {
  const options = { code: 'zendesk_read_only', retry: false };
  return new AdapterError(
    `${method} ${path} of Zendesk is not sent: nothing is written in shadow mode`,
    options,
  );
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
