import { Client } from 'pg';
import { seedLedger } from '../ledger/seedLedger';

/** How much a database holds before it is measured, and whose history some of it is. */
export type History = { entries: number; ticketStates: number; billingAccountIds: readonly string[] };

/**
 * Fills a migrated database: entries as the ledger would have written them, a ticket state for so many of the debits, and the
 * given billing accounts as the owners of some of the accounts, a thousand entries each.
 */
export async function seedHistory(options: {
  connectionString: string;
  folder: string;
  history: History;
  progress(message: string): void;
}): Promise<void> {
  const { connectionString, history, progress } = options;
  const { entries, ticketStates, billingAccountIds } = history;
  await seedLedger({ ...options, entries, longest: entries / 10 });
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    const { rowCount } = await client.query(OWN_ACCOUNTS, [billingAccountIds]);
    if (rowCount !== billingAccountIds.length)
      throw new Error('The seed has fewer accounts than are measured.');
    progress(`Seeding ${ticketStates.toLocaleString('en')} ticket states ...`);
    const stated = await client.query(STATE_TICKETS, [ticketStates]);
    if (stated.rowCount !== ticketStates) throw new Error(`Only ${stated.rowCount} ticket states are there.`);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** The accounts that the seed of the ledger calls usual have the ids from 2 on. */
const OWN_ACCOUNTS = `
update support_credits.credit_accounts account set billing_account_id = given.id
  from unnest($1::text[]) with ordinality given (id, place)
 where account.id = given.place + 1 and account.billing_account_id = 'usual-' || account.id`;

/** What the bridge keeps of a ticket that is charged and says so, or whose credit went back. */
const STATE_TICKETS = `
insert into support_credits.ticket_states
  (ticket_id, requester_id, billing_account_id, identity_grade, line, credit_state, reason, balance_credits, problem_id,
   decided_at, looked_at, state_since, shown_state, shown_reason, shown_at)
select debit.ticket_id, 'requester-' || account.id, account.billing_account_id, 'verified_email', 'tech',
       said.state, said.reason, debit.balance_after_credits, debit.problem_id,
       debit.occurred_at, debit.occurred_at, debit.occurred_at, said.state, said.reason, debit.occurred_at
  from support_credits.ledger_entries debit
  join support_credits.credit_accounts account on account.id = debit.credit_account_id
  left join support_credits.open_charges charge on charge.entry_id = debit.id
  cross join lateral (
    select case when charge.entry_id is null then 'refunded' else 'debited' end as state,
           case when charge.entry_id is null then 'goodwill' else 'charged' end as reason) said
 where debit.kind = 'debit'
 limit $1`;
