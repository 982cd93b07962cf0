import { findRunningServer } from '../../adapters/postgres/embedded/findRunningServer';
import { toEndedError } from '../../adapters/postgres/embedded/toEndedError';
import { toDatabaseError } from '../../adapters/postgres/toDatabaseError';
import { AdapterError } from '../../use-cases/ports/AdapterError';

/**
 * Names the failure of a command that worked on the embedded server of another process: `embedded_postgres_ended` when that
 * server is gone or going. Any other failure comes back as it is.
 */
export async function explainLoss(error: unknown, joinedFolder: string): Promise<unknown> {
  const named = toDatabaseError(error);
  if (!(named instanceof AdapterError) || named.code !== 'database_unavailable') return error;
  return (await findRunningServer(joinedFolder)) === undefined ? toEndedError(joinedFolder, error) : error;
}
