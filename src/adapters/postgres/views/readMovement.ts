import type { Pool } from 'pg';
import type { GrantSource } from '../../../domain/credits/grant';
import type { Proof } from '../../../domain/credits/newEntry';
import type { RecordedReceipt, TouchedGrant } from '../../../use-cases/ports/ledgerViews';
import { ENTRY_COLUMNS, WITH_LOT, toRecordedEntry } from '../ledger/entryColumns';
import type { EntryColumns } from '../ledger/entryColumns';
import type { EntryPlace } from './readReceipt';

type Movement = Omit<Extract<RecordedReceipt, { kind: 'movement' }>, 'kind' | 'entry' | 'proof'>;

/** What an entry moved, what of it is owed, and the entry that it gives back or is given back by. */
export async function readMovement(pool: Pool, { id }: EntryPlace): Promise<Movement> {
  const [grants, owed, related] = await Promise.all([
    readTouchedGrants(pool, id),
    pool.query<{ amount_credits: number }>(
      'select amount_credits from support_credits.debts where entry_id = $1',
      [id],
    ),
    pool.query<EntryColumns>(
      `select ${ENTRY_COLUMNS}
         from (select * from support_credits.ledger_entries where refunded_entry_id = $1
               union all
               select debit.* from support_credits.ledger_entries refund
                 join support_credits.ledger_entries debit on debit.id = refund.refunded_entry_id
                where refund.id = $1) entry
         ${WITH_LOT}`,
      [id],
    ),
  ]);
  const entries = related.rows.map(toRecordedEntry);
  return {
    grants,
    owedCredits: owed.rows[0]?.amount_credits ?? 0,
    refund: entries.find(({ kind }) => kind === 'refund'),
    debit: entries.find(({ kind }) => kind === 'debit'),
  };
}

type GrantRow = {
  key: string;
  source: GrantSource;
  is_paid: boolean;
  effective_at: Date;
  expires_at: Date | null;
  remaining_credits: number;
  granted_credits: number;
  moved_credits: number;
  proof: Proof | null;
};

async function readTouchedGrants(pool: Pool, entryId: string): Promise<TouchedGrant[]> {
  const { rows } = await pool.query<GrantRow>(
    `select lot.key, lot.source, lot.is_paid, lot.effective_at, lot.expires_at, lot.remaining_credits,
            lot.amount_credits as granted_credits, grant_entry.proof,
            case when mover.kind = 'refund' then 1 else -1 end * allocation.amount_credits as moved_credits
       from support_credits.allocations allocation
       join support_credits.ledger_entries mover on mover.id = allocation.entry_id
       join support_credits.grants lot on lot.entry_id = allocation.grant_entry_id
       join support_credits.ledger_entries grant_entry on grant_entry.id = allocation.grant_entry_id
      where allocation.entry_id = $1
      order by allocation.grant_entry_id`,
    [entryId],
  );
  return rows.map((row) => ({
    key: row.key,
    grant: {
      source: row.source,
      isPaid: row.is_paid,
      effectiveAt: row.effective_at.toISOString(),
      expiresAt: row.expires_at?.toISOString(),
      remainingCredits: row.remaining_credits,
    },
    grantedCredits: row.granted_credits,
    amountCredits: row.moved_credits,
    proof: row.proof ?? undefined,
  }));
}
