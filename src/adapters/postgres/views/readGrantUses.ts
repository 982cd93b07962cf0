import type { Pool } from 'pg';
import type { GrantSums, GrantUse } from '../../../use-cases/ports/ledgerViews';
import { ENTRY_COLUMNS, WITH_LOT, toRecordedEntry } from '../ledger/entryColumns';
import type { EntryColumns } from '../ledger/entryColumns';
import { findGrantUses } from './findGrantUses';
import type { FoundUse } from './findGrantUses';
import type { EntryPlace } from './readReceipt';

/** Where the credits of a grant went: sums over all of it, and the newest entries. */
export async function readGrantUses(
  pool: Pool,
  place: EntryPlace,
  maxUses: number,
): Promise<{ sums: GrantSums; uses: GrantUse[] }> {
  const found = await findGrantUses(pool, place);
  const newest = [...found].sort((one, other) => other.seq - one.seq).slice(0, maxUses);
  return {
    sums: {
      usedCredits: sum(found, 'debit'),
      returnedCredits: sum(found, 'refund'),
      expiredCredits: sum(found, 'expiry'),
      clawedBackCredits: sum(found, 'clawback'),
      adjustedCredits: sum(found, 'adjustment'),
    },
    uses: await readUses(pool, newest),
  };
}

function sum(uses: FoundUse[], kind: string): number {
  return uses.filter((use) => use.kind === kind).reduce((total, use) => total + use.amountCredits, 0);
}

async function readUses(pool: Pool, found: FoundUse[]): Promise<GrantUse[]> {
  if (found.length === 0) return [];
  const { rows } = await pool.query<EntryColumns & { id: string }>(
    `select ${ENTRY_COLUMNS}, entry.id::text
       from support_credits.ledger_entries entry ${WITH_LOT}
      where entry.id = any($1::bigint[])`,
    [found.map(({ id }) => id)],
  );
  const entries = new Map(rows.map((row) => [row.id, toRecordedEntry(row)]));
  return found.flatMap(({ id, kind, amountCredits }) => {
    const entry = entries.get(id);
    return entry ? [{ entry, amountCredits: kind === 'refund' ? amountCredits : -amountCredits }] : [];
  });
}
