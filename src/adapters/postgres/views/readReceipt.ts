import type { Pool } from 'pg';
import type { Proof } from '../../../domain/credits/newEntry';
import type { RecordedReceipt } from '../../../use-cases/ports/ledgerViews';
import { ENTRY_COLUMNS, WITH_LOT, toRecordedEntry } from '../ledger/entryColumns';
import type { EntryColumns } from '../ledger/entryColumns';
import { readGrantUses } from './readGrantUses';
import { readMovement } from './readMovement';

/** Where an entry stands, for what is looked up next to it. */
export type EntryPlace = { id: string; accountId: string; accountSeq: number };

type Row = EntryColumns & { id: string; credit_account_id: string; proof: Proof | null };

/** Everything about one entry of a client; undefined when the client has no entry of this key. */
export async function readReceipt(
  pool: Pool,
  { billingAccountId, key, maxUses }: { billingAccountId: string; key: string; maxUses: number },
): Promise<RecordedReceipt | undefined> {
  const { rows } = await pool.query<Row>(
    `select ${ENTRY_COLUMNS}, entry.id::text, entry.credit_account_id::text, entry.proof
       from support_credits.ledger_entries entry ${WITH_LOT}
      where entry.key = $2
        and entry.credit_account_id = (select id from support_credits.credit_accounts where billing_account_id = $1)`,
    [billingAccountId, key],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const entry = toRecordedEntry(row);
  const told = { entry, proof: row.proof ?? undefined };
  const place = { id: row.id, accountId: row.credit_account_id, accountSeq: row.account_seq };
  if (entry.grant === undefined) return { ...told, kind: 'movement', ...(await readMovement(pool, place)) };
  return { ...told, kind: 'grant', grant: entry.grant, ...(await readGrantUses(pool, place, maxUses)) };
}
