/** Thrown by adapters when the outside failed. `retry` says whether asking again later can help. */
export class AdapterError extends Error {
  readonly code: string;
  readonly retry: boolean;
  /** Wait this long before asking again, when the outside said so. */
  readonly retryAfterMs: number | undefined;

  /** `message` names what was asked (never its contents, never credentials). */
  constructor(
    message: string,
    options: { code: string; retry: boolean; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'AdapterError';
    this.code = options.code;
    this.retry = options.retry;
    this.retryAfterMs = options.retryAfterMs;
  }
}
