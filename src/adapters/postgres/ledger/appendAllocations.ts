import type { PoolClient } from 'pg';
import type { NewEntry } from '../../../domain/credits/newEntry';

/**
 * Records which grants a debit took from, or a refund gave back to, and moves what is left of them. The CHECK on
 * `remaining_credits` refuses to take more than there is or to give back more than was granted.
 */
export async function appendAllocations(
  client: PoolClient,
  entryId: string,
  entry: Extract<NewEntry, { kind: 'debit' | 'refund' }>,
): Promise<void> {
  if (entry.allocations.length === 0) return;
  const keys = entry.allocations.map((allocation) => allocation.grantKey);
  const amounts = entry.allocations.map((allocation) => allocation.amountCredits);
  const { rowCount } = await client.query(
    `with wanted as (select * from unnest($2::text[], $3::integer[]) as row (key, amount_credits)),
          moved as (update support_credits.grants lot
                       set remaining_credits = lot.remaining_credits + $4 * wanted.amount_credits
                      from wanted where lot.key = wanted.key
                 returning lot.entry_id, wanted.amount_credits)
     insert into support_credits.allocations (entry_id, grant_entry_id, amount_credits)
     select $1, entry_id, amount_credits from moved`,
    [entryId, keys, amounts, entry.kind === 'debit' ? -1 : 1],
  );
  if (rowCount !== keys.length) throw new Error(`Defect: ${entry.key} names a grant that is not recorded.`);
}
