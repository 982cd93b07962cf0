import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { runDatabase } from './runDatabase';

/**
 * One database server for the whole run: TEST_DATABASE_URL where it is set, else an embedded one in a temporary
 * folder. A server that does not start fails the run, so nothing that needs a database can pass unseen.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'support-credits-tests-'));
  const server = await startEmbeddedPostgres({ dataDir });
  // Jest starts its workers after this, so they inherit the address.
  process.env['TEST_DATABASE_URL'] = server.connectionString;
  runDatabase.stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
