import { types } from 'node:util';
import { toDatabaseError } from '../toDatabaseError';
import { backupError, damagedError } from './backupError';

/** SQLSTATE: a lock that was not given in time, and data that the types or guards of the schema refuse. */
const LOCK_NOT_AVAILABLE = '55P03';
const REFUSED_DATA = /^2[23]/;

/** Names what the database said while a backup was made or loaded; other failures come back as they are. */
export function toBackupError(error: unknown): unknown {
  // Not `instanceof`: an error of the network is made outside the realm of a test.
  if (!types.isNativeError(error) || !('code' in error) || typeof error.code !== 'string') {
    return toDatabaseError(error);
  }
  if (error.code === LOCK_NOT_AVAILABLE) {
    const message = 'Somebody works on the database, or changes its schema: try again when nobody does.';
    return backupError('database_in_use', message, error);
  }
  if (!REFUSED_DATA.test(error.code)) return toDatabaseError(error);
  const { table, constraint } = error as { table?: string; constraint?: string };
  return damagedError(`the database refuses a row of ${table ?? 'it'}: ${constraint ?? error.code}`, error);
}
