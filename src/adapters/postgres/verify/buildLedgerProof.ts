import type { Pool } from 'pg';
import type { LedgerProof } from '../../../use-cases/ports/ledgerProof';
import { inTransaction } from '../inTransaction';
import { proveRange, toBadRow } from './proveRange';
import type { FoundRow } from './foundRow';
import { queryLong } from './queryLong';
import { readRange } from './readRange';
import { STRAY_ROWS } from './strayRowsSql';

/** The proof on Postgres: the database computes, only bad rows and counts travel, so memory stays flat. */
export function buildLedgerProof(pool: Pool): LedgerProof {
  return {
    async countEntries() {
      const { rows } = await pool.query<{ entries: string }>(
        'select coalesce(sum(entry_count), 0) as entries from support_credits.credit_accounts',
      );
      return Number(rows[0]?.entries ?? 0);
    },
    readRange: (afterId) => readRange(pool, afterId),
    proveRange: (range) => proveRange(pool, range),
    findStrayRow: () =>
      inTransaction(pool, async (client) => {
        // Both sides come sorted from their keys, so nothing large is kept in memory or written to disk.
        await client.query(
          `set transaction read only; set local statement_timeout = '30min'; set local enable_hashjoin = off`,
        );
        const { rows } = await queryLong<FoundRow>(client, STRAY_ROWS);
        return toBadRow(client, rows[0]);
      }),
  };
}
