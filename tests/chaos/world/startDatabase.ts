import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterFolder } from '../../../src/adapters/postgres/embedded/layout';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';

/** The database server of a run: one address, whether it runs or not. */
export type Database = {
  url: string;
  /** Ends it in order, or with SIGKILL for its main process; comes back when nothing of it is left. */
  end(how: 'in order' | 'killed'): Promise<void>;
  /** Starts it again on the same data and port; does nothing when it runs. */
  start(): Promise<void>;
};

/** Starts a server of its own in this folder. */
export async function startDatabase(dataDir: string): Promise<Database> {
  const first = await startEmbeddedPostgres({ dataDir });
  const port = Number(new URL(first.connectionString).port);
  let running: typeof first | undefined = first;
  return {
    url: first.connectionString,
    async end(how) {
      const ending = running;
      running = undefined;
      if (ending !== undefined && how === 'killed') process.kill(readMainProcess(dataDir), 'SIGKILL');
      await ending?.stop();
    },
    async start() {
      running ??= await startEmbeddedPostgres({ dataDir, port });
    },
  };
}

/** The first line of the file that the server keeps while it runs. */
function readMainProcess(dataDir: string): number {
  return Number(readFileSync(join(clusterFolder(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]);
}
