import type { Pool } from 'pg';
import { askDatabase } from './askDatabase';

/** Whether what is decided is done, or only written down to be compared. */
export type LedgerMode = 'live' | 'shadow';

/**
 * Takes the ledger for `mode` if it was not taken before. Answers the mode that it belongs to, now and for ever: entries of
 * shadow mode are nobody's credits. Two replicas at once get the same answer. Fails with `AdapterError` when the database
 * cannot be asked.
 */
export async function claimMode(pool: Pool, mode: LedgerMode): Promise<LedgerMode> {
  await askDatabase(() =>
    pool.query(
      'insert into support_credits.ledger_mode (mode) values ($1) on conflict (is_only) do nothing',
      [mode],
    ),
  );
  const { rows } = await askDatabase(() =>
    pool.query<{ mode: LedgerMode }>('select mode from support_credits.ledger_mode'),
  );
  const claimed = rows[0]?.mode;
  if (claimed === undefined) throw new Error('Defect: a ledger was taken and belongs to no mode.');
  return claimed;
}
