import type { PoolClient } from 'pg';
import type { NewEntry } from '../../../domain/credits/newEntry';
import { AdapterError } from '../../../use-cases/ports';
import { hashInput } from './hashInput';
import type { LockedAccount } from './lockAccount';
import { appendAllocations } from './appendAllocations';
import { appendGrant } from './appendGrant';

/**
 * Appends the entries in order and moves the stored balance with them; the caller holds the lock of the account. An
 * entry whose key and statement are already recorded is left as it is (the first result again). The same key with
 * another statement fails with `key_reused`. Answers the keys that were newly written, and the balance afterwards.
 */
export async function appendEntries(
  client: PoolClient,
  account: LockedAccount,
  entries: readonly NewEntry[],
  occurredAt: string,
): Promise<{ writtenKeys: string[]; balanceCredits: number }> {
  let balanceCredits = account.balanceCredits;
  const writtenKeys: string[] = [];
  for (const entry of entries) {
    const balanceAfter = balanceCredits + signedAmountOf(entry);
    const id = await insertEntry(client, account, entry, balanceAfter, occurredAt);
    if (id === undefined) continue;
    if (entry.kind === 'grant') await appendGrant(client, account.id, id, entry);
    if (entry.kind === 'debit' || entry.kind === 'refund') await appendAllocations(client, id, entry);
    balanceCredits = balanceAfter;
    writtenKeys.push(entry.key);
  }
  await client.query('update support_credits.credit_accounts set balance_credits = $2 where id = $1', [
    account.id,
    balanceCredits,
  ]);
  return { writtenKeys, balanceCredits };
}

/** The entry's effect on the balance: grants and refunds add, debits take, waivers move nothing. */
function signedAmountOf(entry: NewEntry): number {
  if (entry.kind === 'waiver') return 0;
  return entry.kind === 'debit' ? -entry.amountCredits : entry.amountCredits;
}

async function insertEntry(
  client: PoolClient,
  account: LockedAccount,
  entry: NewEntry,
  balanceAfter: number,
  occurredAt: string,
): Promise<string | undefined> {
  const hash = hashInput(account.billingAccountId, entry);
  const { rows } = await client.query<{ id: string }>(
    `insert into support_credits.ledger_entries
       (credit_account_id, kind, key, input_hash, amount_credits, balance_after_credits, problem_id, ticket_id,
        refunded_entry_id, reason, snapshot, actor, occurred_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8,
             (select id from support_credits.ledger_entries where key = $9), $10, $11, $12, $13)
     on conflict (key) do nothing
     returning id`,
    [
      account.id,
      entry.kind,
      entry.key,
      hash,
      entry.kind === 'waiver' ? 0 : entry.amountCredits,
      balanceAfter,
      entry.kind === 'grant' ? null : entry.problemId,
      entry.kind === 'grant' ? null : entry.ticketId,
      entry.kind === 'refund' ? entry.debitKey : null,
      reasonOf(entry),
      entry.kind === 'debit' || entry.kind === 'waiver' ? entry.snapshot : null,
      entry.kind === 'grant' ? { kind: 'rule' } : entry.actor,
      occurredAt,
    ],
  );
  if (rows[0] === undefined) await assertSameStatement(client, entry.key, hash);
  return rows[0]?.id;
}

function reasonOf(entry: NewEntry): string {
  if (entry.kind === 'grant') return entry.source;
  return entry.kind === 'debit' ? 'charged' : entry.reason;
}

async function assertSameStatement(client: PoolClient, key: string, hash: Buffer): Promise<void> {
  const { rows } = await client.query<{ input_hash: Buffer }>(
    'select input_hash from support_credits.ledger_entries where key = $1',
    [key],
  );
  if (rows[0]?.input_hash.equals(hash)) return;
  throw new AdapterError(`Ledger key ${key} was used before for another statement.`, {
    code: 'key_reused',
    retry: false,
  });
}
