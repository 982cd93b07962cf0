import type { Pool } from 'pg';

/** Fails when what reports read is not what adding up the whole ledger says, written down here in another way. */
export async function assertCountsHold(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`
    with counted as (
      select facet, value, day, kind, product, sum(entry_count)::bigint, sum(credits)::bigint
        from support_credits.counted_entries group by 1, 2, 3, 4, 5),
    entry as (
      select (entry.occurred_at at time zone 'UTC')::date as day, entry.kind, entry.reason,
             coalesce(debit.topic, entry.topic) as topic, coalesce(debit.product, entry.product) as product,
             coalesce(case entry.actor ->> 'kind' when 'agent' then entry.actor ->> 'id' end, '') as agent,
             coalesce(case entry.reason when 'wrong_line' then entry.proof ->> 'handedOverBy' end, '') as handed_over,
             (select count(bound) from unnest(array[interval '0', '5 s', '10 s', '30 s', '1 min', '5 min', '1 h', '1 day']) bound
               where entry.submitted_at + bound <= greatest(entry.occurred_at, entry.submitted_at))::text as wait,
             entry.amount_credits
        from support_credits.ledger_entries entry
        left join support_credits.ledger_entries debit on debit.id = entry.refunded_entry_id
       where entry.kind in ('debit', 'waiver', 'refund')),
    slow as (
      select 'all', '', day, kind, product, count(*), sum(amount_credits) from entry group by 2, 3, 4, 5
      union all
      select 'topic', topic, day, kind, product, count(*), sum(amount_credits) from entry group by 2, 3, 4, 5
      union all
      select 'reason', reason, day, kind, product, count(*), sum(amount_credits) from entry group by 2, 3, 4, 5
      union all
      select 'agent', agent, day, kind, product, count(*), sum(amount_credits) from entry group by 2, 3, 4, 5
      union all
      select 'wait', wait, day, kind, product, count(*), sum(amount_credits) from entry group by 2, 3, 4, 5
      union all
      select 'handed_over', handed_over, day, kind, product, count(*), sum(amount_credits)
        from entry where handed_over <> '' group by 2, 3, 4, 5)
    (table counted except table slow) union all (table slow except table counted)`);
  if (rows.length > 0) throw new Error(`The counts of entries are wrong: ${JSON.stringify(rows)}`);
  const outstanding = await pool.query(`
    with summed as (
      select source, is_paid, since_day, sum(credits)::bigint
        from support_credits.outstanding_credits group by 1, 2, 3 having sum(credits) <> 0),
    slow as (
      select source, is_paid, (effective_at at time zone 'UTC')::date, sum(remaining_credits)
        from support_credits.grants group by 1, 2, 3 having sum(remaining_credits) <> 0)
    (table summed except table slow) union all (table slow except table summed)`);
  if (outstanding.rows.length > 0) {
    throw new Error(`The outstanding credits are wrong: ${JSON.stringify(outstanding.rows)}`);
  }
}
