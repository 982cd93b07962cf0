import type { ErrorCode } from '../../contract/errorCodes';
import { AdapterError } from '../../use-cases/ports/AdapterError';

/** A request that is refused; thrown only inside this folder, where a route parses what it was sent. */
export class HttpError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.name = 'HttpError';
    this.code = code;
  }
}

/** What a failure becomes on the wire and in the log. */
export type HttpAnswer = { code: ErrorCode; status: number; logLevel: 'info' | 'warn' | 'error' };

/** Zendesk sends a webhook again after a 409 and not after a 500 (zendesk.md 7.4). */
const STATUS: Record<ErrorCode, number> = {
  bad_request: 400,
  unauthorized: 401,
  admins_only: 403,
  too_many_requests: 429,
  signature_invalid: 401,
  timestamp_stale: 401,
  body_invalid: 400,
  not_found: 404,
  billing_webhook_off: 404,
  ticket_not_found: 404,
  requester_not_found: 404,
  entry_not_found: 404,
  account_search_invalid: 400,
  queue_unavailable: 409,
  zendesk_unavailable: 502,
  billing_unavailable: 502,
  billing_misconfigured: 502,
  database_unavailable: 503,
  internal_error: 500,
};

/** The status of a refusal. This file is the only place that knows status numbers of errors. */
export function toStatus(code: ErrorCode): number {
  return STATUS[code];
}

/**
 * Turns whatever a route threw into one of the closed codes. `onTimeout` is the code of a route that did not end in time,
 * named after what it was waiting for. Anything unknown is a defect of ours: `internal_error`.
 */
export function toHttpError(error: unknown, onTimeout: ErrorCode = 'internal_error'): HttpAnswer {
  if (error instanceof HttpError) return toAnswer(error.code, 'info');
  if (error instanceof AdapterError) return toAnswer(toErrorCode(error), error.retry ? 'warn' : 'error');
  const { code, statusCode } = readFrameworkError(error);
  if (code === 'FST_ERR_HANDLER_TIMEOUT') return toAnswer(onTimeout, 'warn');
  if (code.startsWith('FST_') && statusCode >= 400 && statusCode < 500)
    return toAnswer('bad_request', 'info');
  return toAnswer('internal_error', 'error');
}

function toAnswer(code: ErrorCode, logLevel: HttpAnswer['logLevel']): HttpAnswer {
  return { code, status: STATUS[code], logLevel };
}

/** Every failure of the outside has a code of its own; the caller only needs to know whom to blame. */
function toErrorCode(error: AdapterError): ErrorCode {
  if (error.code === 'queue_unavailable' || error.code === 'database_unavailable') return error.code;
  if (error.code.startsWith('billing_')) return error.retry ? 'billing_unavailable' : 'billing_misconfigured';
  return error.code.startsWith('zendesk_') ? 'zendesk_unavailable' : 'internal_error';
}

function readFrameworkError(error: unknown): { code: string; statusCode: number } {
  if (!(error instanceof Error)) return { code: '', statusCode: 0 };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const statusCode = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 0;
  return { code, statusCode };
}
