import type { Pool } from 'pg';

/** The account asked about longest ago, before `askedBefore`; it counts as asked about at `now` from here on. */
export async function takeDue(pool: Pool, askedBefore: string, now: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ billing_account_id: string }>({
    name: 'take_due_account',
    text: `update support_credits.billing_facts taken set asked_at = $2
             from (select billing_account_id from support_credits.billing_facts
                    where (asked_at < $1 or asked_at > $2::timestamptz + interval '5 seconds') and (leased_until is null or leased_until < clock_timestamp())
                    order by asked_at limit 1 for update skip locked) due
            where due.billing_account_id = taken.billing_account_id
           returning taken.billing_account_id`,
    values: [askedBefore, now],
  });
  return rows[0]?.billing_account_id;
}
