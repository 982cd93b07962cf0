import type { Pool } from 'pg';
import type { EntryPlace } from './readReceipt';

/** An entry that took from a grant or gave back to it. */
export type FoundUse = { id: string; kind: string; seq: number; amountCredits: number };

type Row = { id: string; kind: string; seq: number; amount_credits: number };

/** How many of the account's entries are looked through at once: at first, and at most. */
const FIRST_PAGE = 256;
const LARGEST_PAGE = 16_384;

/** The entries before the grant of which it repaid a debt, which it names itself. $1 the grant's id. */
const REPAID = `
  select repaid.id, repaid.kind, repaid.account_seq
    from support_credits.ledger_entries lot
    join lateral json_array_elements(lot.moves) move on move ->> 'entryKey' is not null
    join lateral (select id, kind, account_seq from support_credits.ledger_entries
                   where key = move ->> 'entryKey' offset 0) repaid on true
   where lot.id = $1`;

/** The entries of account $2 with the numbers after $3, up to $4, that may have taken from a grant. */
const PAGE = `
  select id, kind, account_seq from support_credits.ledger_entries
   where credit_account_id = $2 and account_seq > $3 and account_seq <= $4
     and kind in ('debit', 'expiry', 'clawback', 'adjustment')`;

/** Which of the candidates took from grant $1, and the refunds of those that gave back to it, whenever they came. */
const usesAmong = (candidates: string) => `
with candidates as materialized (${candidates}),
taking as materialized (
  select candidate.*, allocation.amount_credits
    from candidates candidate
    join lateral (select amount_credits from support_credits.allocations
                   where entry_id = candidate.id and grant_entry_id = $1 offset 0) allocation on true)
select id::text, kind, account_seq as seq, amount_credits from taking
union all
select refund.id::text, refund.kind, refund.account_seq, back.amount_credits
  from taking
  join lateral (select id, kind, account_seq from support_credits.ledger_entries
                 where refunded_entry_id = taking.id offset 0) refund on true
  join lateral (select amount_credits from support_credits.allocations
                 where entry_id = refund.id and grant_entry_id = $1 offset 0) back on true`;

/**
 * Everything that moved credits of a grant, in no order. Allocations are kept by entry, and an index by grant would cost
 * every debit: so the account's entries after the grant are looked through, but only where the grant had credits left.
 * From where it was used up nothing can have taken from it until a refund gave back to it, and the refunds are known.
 */
export async function findGrantUses(
  pool: Pool,
  place: EntryPlace,
  firstPage = FIRST_PAGE,
): Promise<FoundUse[]> {
  const { grantedCredits, lastSeq } = await readBounds(pool, place);
  const uses = await find(pool, REPAID, [place.id]);
  let seq = place.accountSeq;
  for (let page = firstPage; seq < lastSeq; page = Math.min(page * 2, LARGEST_PAGE)) {
    if (countLeft(grantedCredits, uses, seq) === 0) {
      const backs = uses.filter((use) => use.kind === 'refund' && use.seq > seq).map((use) => use.seq);
      if (backs.length === 0) break;
      seq = backs.reduce((first, back) => Math.min(first, back));
    }
    uses.push(...(await find(pool, PAGE, [place.id, place.accountId, seq, seq + page])));
    seq += page;
  }
  return uses;
}

/** What was left of the grant after the entry with the number `seq`. */
function countLeft(grantedCredits: number, uses: FoundUse[], seq: number): number {
  return uses
    .filter((use) => use.seq <= seq)
    .reduce(
      (left, { kind, amountCredits }) => left + (kind === 'refund' ? 1 : -1) * amountCredits,
      grantedCredits,
    );
}

async function find(pool: Pool, candidates: string, values: (string | number)[]): Promise<FoundUse[]> {
  const { rows } = await pool.query<Row>(usesAmong(candidates), values);
  return rows.map(({ id, kind, seq, amount_credits }) => ({ id, kind, seq, amountCredits: amount_credits }));
}

async function readBounds(pool: Pool, { id, accountId }: EntryPlace) {
  const { rows } = await pool.query<{ granted: number; last: number }>(
    `select amount_credits as granted,
            (select max(account_seq) from support_credits.ledger_entries where credit_account_id = $2) as last
       from support_credits.grants where entry_id = $1`,
    [id, accountId],
  );
  const [bounds] = rows;
  if (!bounds) throw new Error(`Grant entry ${id} has no lot.`);
  return { grantedCredits: bounds.granted, lastSeq: bounds.last };
}
