import { AdapterError } from '../../../use-cases/ports/AdapterError';

/**
 * - `embedded_postgres_unavailable`: no server program can run here, an outside database is needed.
 * - `embedded_postgres_locked`: another living process owns the data folder.
 * - `embedded_postgres_failed`: the server was found but did not start.
 * - `embedded_postgres_outdated`: the data are of another major version than any server that can run here.
 * - `embedded_postgres_ended`: the process that ran the server ended while a guest worked on it.
 */
export type EmbeddedPostgresCode =
  | 'embedded_postgres_unavailable'
  | 'embedded_postgres_locked'
  | 'embedded_postgres_failed'
  | 'embedded_postgres_outdated'
  | 'embedded_postgres_ended';

/** Builds the failure of the embedded server; `message` is one sentence for the operator, without secrets. */
export function embeddedPostgresError(
  code: EmbeddedPostgresCode,
  message: string,
  cause?: unknown,
): AdapterError {
  return new AdapterError(message, { code, retry: false, cause });
}
