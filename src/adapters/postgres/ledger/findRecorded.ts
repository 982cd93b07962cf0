import type { PoolClient } from 'pg';
import type { NewEntry } from '../../../domain/credits/newEntry';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { hashInput } from './hashInput';

/**
 * The entry that was recorded under this key for the same statement; undefined when the key is free. Throws
 * `key_reused` when the key states something else: another amount, another client, another kind.
 */
export async function findRecorded(
  client: PoolClient,
  billingAccountId: string,
  statement: NewEntry,
): Promise<{ recordedAt: string; balanceAfter: number } | undefined> {
  const { rows } = await client.query<{
    input_hash: string;
    recorded_at: Date;
    balance_after_credits: number;
  }>(
    `select encode(input_hash, 'hex') as input_hash, recorded_at, balance_after_credits
       from support_credits.ledger_entries where key = $1`,
    [statement.key],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  if (row.input_hash !== hashInput(billingAccountId, statement)) {
    throw new AdapterError(`The key ${statement.key} is taken: it states something else.`, {
      code: 'key_reused',
      retry: false,
    });
  }
  return { recordedAt: row.recorded_at.toISOString(), balanceAfter: row.balance_after_credits };
}
