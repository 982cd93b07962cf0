import type { ClientBase } from 'pg';
import { backupError } from './backupError';

/**
 * Fails with `ledger_not_empty` when the database has entries; else nobody adds any before the transaction of the caller ends.
 */
export async function refuseFilled(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ is_there: boolean }>(
    `select to_regclass('support_credits.ledger_entries') is not null as is_there`,
  );
  if (rows[0]?.is_there !== true) return;
  await client.query('lock table support_credits.ledger_entries in access exclusive mode');
  const found = await client.query('select from support_credits.ledger_entries limit 1');
  if (found.rowCount === 0) return;
  throw backupError(
    'ledger_not_empty',
    'The database has a ledger already, and a restore never replaces one: name an empty database by DATABASE_URL, or ' +
      'another folder by DATA_DIR, or move the old folder away. Nothing was changed.',
  );
}
