import type { Pool } from 'pg';
import { NEVER } from '../../../domain/credits/referenceModel';
import type { PlainAccount } from './plainAccount';

/** What is kept of one account, ids and keys first; times are ISO 8601, what never ends has {@link NEVER}. */
type AccountRows = {
  entries: { key: string; balance: number }[];
  balance: number;
  /** In the order in which they were granted. */
  lots: { key: string; left: number; until: string }[];
  /** For each credit that is owed the entry that owes it, oldest first. */
  owed: string[];
  openCharges: string[];
  tickets: { id: string; state: string; waitingSince: string | undefined }[];
  commands: { id: string; outcome: string }[];
};

/** What the tables say of the account. */
export async function readAccountRows(pool: Pool, account: string): Promise<AccountRows> {
  const read = async <Row extends object>(sql: string) => (await pool.query<Row>(sql, [account])).rows;
  const [{ balance = NaN } = {}] = await read<{ balance: number }>(
    'select balance_credits as balance from support_credits.credit_accounts where billing_account_id = $1',
  );
  const lots = await read<{ key: string; left: number; until: Date | null }>(
    `select key, remaining_credits as left, expires_at as until from support_credits.grants
      where credit_account_id = (${ACCOUNT}) order by entry_id`,
  );
  const owed = await read<{ key: string }>(
    `select entry.key from support_credits.debts debt
       join support_credits.ledger_entries entry on entry.id = debt.entry_id, generate_series(1, debt.amount_credits)
      where debt.credit_account_id = (${ACCOUNT}) order by debt.entry_id`,
  );
  const openCharges = await read<{ key: string }>(
    `select entry.key from support_credits.open_charges open_charge
       join support_credits.ledger_entries entry on entry.id = open_charge.entry_id
      where entry.credit_account_id = (${ACCOUNT})`,
  );
  const tickets = await read<{ id: string; state: string; since: Date | null }>(
    `select ticket_id as id, credit_state || ' ' || reason as state, waiting_since as since
       from support_credits.ticket_states where billing_account_id = $1`,
  );
  const commands = await read<AccountRows['commands'][number]>(
    `select command_id as id, coalesce(refusal, outcome) as outcome from support_credits.ticket_commands
      where ticket_id like $1 || '%'`,
  );
  return {
    entries: await read(
      `select key, balance_after_credits as balance from support_credits.ledger_entries
        where credit_account_id = (${ACCOUNT}) order by account_seq`,
    ),
    balance,
    lots: lots.map((lot) => ({ ...lot, until: lot.until?.toISOString() ?? NEVER })),
    owed: owed.map(({ key }) => key),
    openCharges: openCharges.map(({ key }) => key).sort(),
    tickets: tickets
      .map(({ since, ...each }) => ({ ...each, waitingSince: since?.toISOString() }))
      .sort(byId),
    commands: commands.sort(byId),
  };
}

const ACCOUNT = 'select id from support_credits.credit_accounts where billing_account_id = $1';

/** By code unit, whatever the database sorts by. */
const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

/** The same of the account in plain words; it keeps no entries. */
export function toRows({ model, tickets, answers }: PlainAccount): Omit<AccountRows, 'entries'> {
  return {
    balance: model.countBalance(),
    lots: model.listLots(),
    owed: model.listOwed(),
    openCharges: [...tickets.values()].flatMap(({ charge }) => charge?.key ?? []).sort(),
    tickets: [...tickets].map(([id, { state, waitingSince }]) => ({ id, state, waitingSince })).sort(byId),
    commands: [...answers].map(([id, outcome]) => ({ id, outcome })).sort(byId),
  };
}
