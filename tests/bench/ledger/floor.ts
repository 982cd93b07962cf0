import type { Pool } from 'pg';

const CREDITS = 1_000_000_000;

/** The smallest tables that hold a balance and take a ticket once, for accounts 1 to `accounts`. */
export async function createFloor(pool: Pool, accounts: number): Promise<void> {
  await pool.query(`
    create schema floor;
    create table floor.account (id integer primary key, balance integer not null check (balance >= 0));
    create table floor.ledger (
      id bigint generated always as identity primary key,
      account_id integer not null, ticket_id text not null unique, balance_after integer not null);`);
  await pool.query('insert into floor.account select id, $2 from generate_series(1, $1::integer) id', [
    accounts,
    CREDITS,
  ]);
}

/** The smallest single statement that checks a balance and writes a debit: what a ledger call can at best cost. */
export async function debitFloor(pool: Pool, account: number, ticketId: string): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'floor',
    text: `with moved as (
             update floor.account set balance = balance - 1 where id = $1 and balance >= 1 returning id, balance)
           insert into floor.ledger (account_id, ticket_id, balance_after) select id, $2, balance from moved`,
    values: [account, ticketId],
  });
  if (rowCount !== 1) throw new Error('The floor wrote no debit.');
}
