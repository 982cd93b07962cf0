import { readFileSync } from 'node:fs';
import { embeddedPostgresError } from './embeddedPostgresError';
import { passwordFile } from './layout';

/** The password of the server in this folder. Throws `embedded_postgres_failed` when its file cannot be read. */
export function readPassword(dataDir: string): string {
  try {
    return readFileSync(passwordFile(dataDir), 'utf8').trim();
  } catch (error) {
    const message = `The database password ${passwordFile(dataDir)} cannot be read: put the file back from a backup.`;
    throw embeddedPostgresError('embedded_postgres_failed', message, error);
  }
}
