import type { Pool } from 'pg';

/** So many parts in one statement, each of which is written into five sums or six: more would outlast the time of a query. */
const PIECE = 10_000;

/**
 * Takes what the statements of the ledger appended (migrations 0033, 0034) and adds it to the sums. What a report reads is
 * both together, so it says the same before, meanwhile and after. Answers how many parts were taken. Keys are written in
 * order, so that two of these never wait for each other in a circle.
 */
export async function addUpCounts(pool: Pool): Promise<number> {
  return (await inPieces(pool, ADD_UP_ENTRIES)) + (await inPieces(pool, ADD_UP_OUTSTANDING));
}

async function inPieces(pool: Pool, sql: string): Promise<number> {
  let taken = 0;
  for (;;) {
    const { rows } = await pool.query<{ parts: string }>(sql, [PIECE]);
    const parts = Number(rows[0]?.parts ?? 0);
    taken += parts;
    if (parts < PIECE) return taken;
  }
}

const ADD_UP_ENTRIES = `
with piece as materialized (
  select ctid from support_credits.entry_count_parts limit $1 for update skip locked),
part as (
  delete from support_credits.entry_count_parts whole where whole.ctid = any (array(select ctid from piece))
  returning whole.*, whole),
added as (
  insert into support_credits.entry_counts as total (facet, day, kind, product, value, entry_count, credits)
  select each_of.facet, day, kind, product, each_of.value, sum(entry_count), sum(credits)
    from part cross join lateral support_credits.facets_of(part.whole) each_of
   group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
  on conflict (facet, day, kind, product, value)
  do update set entry_count = total.entry_count + excluded.entry_count, credits = total.credits + excluded.credits)
select count(*) as parts from part`;

const ADD_UP_OUTSTANDING = `
with piece as materialized (
  select ctid from support_credits.outstanding_parts limit $1 for update skip locked),
part as (
  delete from support_credits.outstanding_parts whole where whole.ctid = any (array(select ctid from piece)) returning whole.*),
added as (
  insert into support_credits.outstanding_sums as total (source, is_paid, since_day, credits)
  select source, is_paid, since_day, sum(credits) from part group by 1, 2, 3 order by 1, 2, 3
  on conflict (source, is_paid, since_day) do update set credits = total.credits + excluded.credits)
select count(*) as parts from part`;
