import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { makeMemoryFolder, removeLeftFolders } from '../makeMemoryFolder';
import { runDatabase } from './runDatabase';

/**
 * One database server for the whole run: TEST_DATABASE_URL where it is set, else an embedded one in a temporary
 * folder. A server that does not start fails the run, so nothing that needs a database can pass unseen.
 */
export default async function globalSetup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL']) return;
  removeLeftFolders();
  const dataDir = makeMemoryFolder('tests');
  const server = await startEmbeddedPostgres({ dataDir });
  await leaveDiskOut(server.connectionString);
  // Jest starts its workers after this, so they inherit the address.
  process.env['TEST_DATABASE_URL'] = server.connectionString;
  runDatabase.stop = async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/**
 * A thousand databases are made and dropped, and none has to survive a loss of power: waiting for the disk is left out. What a
 * server keeps when its process or its client dies stays the same.
 */
async function leaveDiskOut(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  for (const setting of ['fsync', 'full_page_writes'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}
