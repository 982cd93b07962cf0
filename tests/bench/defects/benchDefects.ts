import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded/startEmbeddedPostgres';
import { migrate } from '../../../src/adapters/postgres/migrate';
import type { Logger } from '../../../src/use-cases/ports/logger';
import { startDeskOnTest } from '../../adapters/zendesk/deskOnTest';
import type { Bench } from '../bench';
import { median } from '../figure';
import { measureDefect } from './measureDefect';

const silent: Logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** As many as the rule speaks of (R5), and as long as it allows. */
const INCIDENTS = 500;
const TARGET_S = 60;

/**
 * How long it takes from the mark of a defect until all incidents are returned in the ledger, and until all tickets say so;
 * with the worker and tasks of production, against the simulated Zendesk with its limits, each run on a database of its own.
 */
export const benchDefects: Bench = async ({ isQuick, progress }) => {
  const runs = isQuick ? 1 : 3;
  const measured: { ledgerS: number; ticketsS: number }[] = [];
  let server: string | undefined;
  for (let run = 1; run <= runs; run += 1) {
    progress(`Marking a defect with ${INCIDENTS} incidents, run ${run} of ${runs} ...`);
    const one = await onFreshWorld();
    measured.push(one);
    server = one.server;
  }
  const toFigure = (what: string, seconds: number[]) => ({
    what,
    unit: 's',
    measured: median(seconds),
    target: { atMost: TARGET_S },
    runs,
  });
  return {
    server,
    figures: [
      toFigure(
        `${INCIDENTS} incidents of a defect returned in the ledger`,
        measured.map((each) => each.ledgerS),
      ),
      toFigure(
        `${INCIDENTS} tickets that say so`,
        measured.map((each) => each.ticketsS),
      ),
    ],
  };
};

async function onFreshWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bench-'));
  // The server may run as another user, who has to reach its data.
  await chmod(folder, 0o755);
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const zendesk = await startDeskOnTest();
  const { connectionString } = embedded;
  try {
    await migrate({ connectionString });
    const pool = buildPool({ connectionString, logger: silent });
    try {
      const { rows } = await pool.query<{ server_version: string }>('show server_version');
      return {
        server: `PostgreSQL ${rows[0]?.server_version}`,
        ...(await measureDefect({ pool, zendesk, incidentCount: INCIDENTS, logger: silent })),
      };
    } finally {
      await pool.end();
    }
  } finally {
    await zendesk.close();
    await embedded.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
