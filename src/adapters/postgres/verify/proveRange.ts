import type { Pool, PoolClient } from 'pg';
import type { AccountRange, BadRow, RangeProof } from '../../../use-cases/ports/ledgerProof';
import { inTransaction } from '../inTransaction';
import { ACCOUNTS } from './accountsSql';
import { ALLOCATIONS } from './allocationsSql';
import { CHAIN } from './chainSql';
import type { FoundRow } from './foundRow';
import { queryLong } from './queryLong';
import { spotCheckHashes } from './spotCheckHashes';

type Counts = { entry_count: number; account_count: number };

/**
 * All proofs over one range of accounts, in one snapshot: the bridge may go on writing. The planner is kept from reading
 * whole tables for a slice of them. A single account of any length takes at most ten minutes.
 */
const SETTINGS = `
set transaction isolation level repeatable read, read only;
set local statement_timeout = '10min';
set local enable_seqscan = off;
set local max_parallel_workers_per_gather = 0;
set local jit = off;
set local work_mem = '32MB'`;

/** Proves the accounts of the range; the first bad row by account and number, the account as a whole last. */
export function proveRange(pool: Pool, range: AccountRange): Promise<RangeProof> {
  return inTransaction(pool, async (client) => {
    await client.query(SETTINGS);
    const values = [range.afterId, range.toId];
    const { rows } = await queryLong<FoundRow & Counts>(client, ACCOUNTS, values);
    const found: FoundRow[] = rows.filter((row) => row.wrong !== null);
    // The chain is read in its own order, which its index has: nothing is sorted.
    await client.query('set local enable_bitmapscan = off');
    found.push(...(await queryLong<FoundRow>(client, CHAIN, values)).rows);
    found.push(...(await spotCheckHashes(client, range)));
    // The parts of the range are joined to each other as wholes; the planner cannot know how large they are.
    await client.query('set local enable_bitmapscan = on; set local enable_nestloop = off');
    found.push(...(await queryLong<FoundRow>(client, ALLOCATIONS, values)).rows);
    return {
      accountCount: rows[0]?.account_count ?? 0,
      entryCount: rows[0]?.entry_count ?? 0,
      bad: await toBadRow(client, found.reduce<FoundRow | undefined>(earlierOf, undefined)),
    };
  });
}

function earlierOf(one: FoundRow | undefined, other: FoundRow): FoundRow {
  if (one === undefined) return other;
  const accounts = Number(one.credit_account_id) - Number(other.credit_account_id);
  const seqs = (one.account_seq ?? Infinity) - (other.account_seq ?? Infinity);
  return accounts < 0 || (accounts === 0 && (seqs <= 0 || Number.isNaN(seqs))) ? one : other;
}

/** The row with the name that billing knows the account by. */
export async function toBadRow(
  db: Pool | PoolClient,
  found: FoundRow | undefined,
): Promise<BadRow | undefined> {
  if (found === undefined) return undefined;
  const { rows } = await db.query<{ billing_account_id: string }>(
    'select billing_account_id from support_credits.credit_accounts where id = $1',
    [found.credit_account_id],
  );
  return {
    billingAccountId: rows[0]?.billing_account_id,
    accountSeq: found.account_seq ?? undefined,
    entryKey: found.key ?? undefined,
    wrong: found.wrong ?? '',
  };
}
