import type { AdapterError } from '../../../use-cases/ports/AdapterError';
import { embeddedPostgresError } from './embeddedPostgresError';

/** The failure of a guest whose host is gone. */
export function toEndedError(dataDir: string, cause?: unknown): AdapterError {
  return embeddedPostgresError(
    'embedded_postgres_ended',
    `What ran the database in ${dataDir} (a bridge, or another command) has ended, and this command with it: run it again.`,
    cause,
  );
}
