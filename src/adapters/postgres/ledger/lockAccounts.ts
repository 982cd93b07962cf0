import type { PoolClient } from 'pg';
import type { AccountState } from './accountState';

/** A locked account before its grants, debts and held tickets are read. */
export type LockedAccount = Omit<AccountState, 'book' | 'heldTickets' | 'spendClawbacks' | 'grantedKeys'>;

type AccountRow = {
  id: string;
  billing_account_id: string;
  balance_credits: number;
  entry_count: number;
  last_hash: string;
  earned_credits: number;
  bought_credits: number;
  used_credits: number;
  returned_credits: number;
  spend_grant_count: number;
};

/**
 * Locks the credit accounts of these clients, and those that the problems were last charged to, until the transaction
 * ends; answers those that are there. Everything that moves credits of a client goes through its one row, so two decisions
 * about one client never interleave. Several are locked in the order of their ids, so that two transactions never wait
 * for each other in a circle.
 */
export async function lockAccounts(
  client: PoolClient,
  billingAccountIds: readonly string[],
  problemIds: readonly string[] = [],
): Promise<LockedAccount[]> {
  const { rows } = await client.query<AccountRow>({
    name: 'lock_accounts',
    text: `${SELECT_ACCOUNTS} for update`,
    values: [billingAccountIds, problemIds],
  });
  return rows.map(toLockedAccount);
}

/** The same accounts without a lock: for showing, never for deciding. */
export async function readAccounts(
  client: PoolClient,
  billingAccountIds: readonly string[],
  problemIds: readonly string[],
): Promise<LockedAccount[]> {
  const values = [billingAccountIds, problemIds];
  const { rows } = await client.query<AccountRow>({ name: 'read_accounts', text: SELECT_ACCOUNTS, values });
  return rows.map(toLockedAccount);
}

const SELECT_ACCOUNTS = `
select id, billing_account_id, balance_credits, entry_count, encode(last_hash, 'hex') as last_hash,
       earned_credits, bought_credits, used_credits, returned_credits, spend_grant_count
  from support_credits.credit_accounts
 where id = any(array(
   select id from support_credits.credit_accounts where billing_account_id = any($1::text[])
   union
   select last.credit_account_id from unnest($2::text[]) as wanted (problem_id)
     join lateral (select credit_account_id from support_credits.ledger_entries entry
                    where entry.problem_id = wanted.problem_id order by entry.id desc limit 1) last on true))
 order by id`;

/** Makes credit accounts for those of these clients that have none. */
export async function openAccounts(client: PoolClient, billingAccountIds: readonly string[]): Promise<void> {
  await client.query(
    `insert into support_credits.credit_accounts (billing_account_id)
     select billing_account_id from unnest($1::text[]) as wanted (billing_account_id) order by 1
     on conflict (billing_account_id) do nothing`,
    [billingAccountIds],
  );
}

function toLockedAccount(row: AccountRow): LockedAccount {
  return {
    id: row.id,
    billingAccountId: row.billing_account_id,
    balanceCredits: row.balance_credits,
    entryCount: row.entry_count,
    lastHash: row.last_hash,
    earnedCredits: row.earned_credits,
    boughtCredits: row.bought_credits,
    usedCredits: row.used_credits,
    returnedCredits: row.returned_credits,
    spendGrantCount: row.spend_grant_count,
  };
}
