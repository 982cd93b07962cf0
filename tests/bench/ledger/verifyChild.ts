import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { verifyLedger } from '../../../src/use-cases/verifyLedger';

/** What the child prints: how long the proof took and the most memory that the process ever held. */
export type VerifyResult = { entryCount: number; seconds: number; peakMib: number; bad: string | undefined };

/** Proves the ledger at DATABASE_URL, as the command `verify` does, in a process of its own. */
async function main(): Promise<void> {
  const connectionString = process.env['DATABASE_URL'];
  if (connectionString === undefined) throw new Error('Give the address of the database as DATABASE_URL.');
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const pool = buildPool({ connectionString, logger });
  const start = performance.now();
  const verdict = await verifyLedger(buildLedgerProof(pool), () => undefined);
  const result: VerifyResult = {
    entryCount: verdict.entryCount,
    seconds: (performance.now() - start) / 1_000,
    peakMib: process.resourceUsage().maxRSS / 1_024,
    bad: verdict.bad?.wrong,
  };
  console.log(JSON.stringify(result));
  await pool.end();
}

void main();
