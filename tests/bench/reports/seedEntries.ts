import { Client } from 'pg';
import { PRODUCTS, TOPICS } from '../../../src/domain/tickets/ticketSubject';
import { withoutIndexes } from '../withoutIndexes';

/** How many days the entries spread over: as many as a report can be about. */
export const SEEDED_DAYS = 400;

/** The last of them, a day of UTC. */
export const LAST_DAY = '2026-11-22';

/** Entries of one statement; each statement leaves its own counts. */
const PIECE = 2_500_000;

/** Entries that come one by one, so that their counts are not added up yet: more than a busy minute brings. */
export const LATE_ENTRIES = 10_000;

const TABLES = ['ledger_entries', 'grants'];

/**
 * Fills a migrated database with `entries` entries of 10,000 accounts, made by the database itself: of ten, six debits, one
 * waiver, one refund of one of the debits and two grants, over all products, topics, reasons and 200 agents. They are
 * counted by the triggers of production. What else the ledger keeps of them no report reads, so guards and balances are left out.
 */
export async function seedEntries(options: {
  connectionString: string;
  entries: number;
  progress(message: string): void;
}): Promise<void> {
  const { connectionString, entries, progress } = options;
  const client = new Client({ connectionString });
  await client.connect();
  try {
    // As the server's owner: only the triggers that count look at the rows.
    await client.query(`
      set session_replication_role = replica; set maintenance_work_mem = '512MB'; set timezone = 'UTC';
      alter table support_credits.ledger_entries enable always trigger entries_are_counted;
      alter table support_credits.grants enable always trigger new_grants_are_summed;
      insert into support_credits.credit_accounts (billing_account_id)
      select 'account-' || nth from generate_series(1, 10000) nth`);
    const atOnce = entries - LATE_ENTRIES;
    await withoutIndexes(client, TABLES, async () => {
      for (let from = 1; from <= atOnce; from += PIECE) {
        const to = Math.min(from + PIECE - 1, atOnce);
        await client.query(INSERT_ENTRIES, [from, to]);
        await client.query(INSERT_GRANTS, [from, to]);
        progress(`Seeded ${to.toLocaleString('en')} of ${entries.toLocaleString('en')} entries ...`);
      }
      progress('Making the indexes ...');
    });
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

/** Writes the entries that {@link seedEntries} left out, each in a statement of its own. */
export async function seedLateEntries(connectionString: string, entries: number): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    // What the disk takes for each is no matter here.
    await client.query(
      `set session_replication_role = replica; set timezone = 'UTC'; set synchronous_commit = off`,
    );
    for (let nth = entries - LATE_ENTRIES + 1; nth <= entries; nth += 1) {
      await client.query({ name: 'late', text: INSERT_ENTRIES, values: [nth, nth] });
    }
  } finally {
    await client.end();
  }
}

/** A number below `below` that follows from n alone, and from nothing else that does. */
const draw = (salt: number, below: number) =>
  `((hashint8extended(nth, ${salt}) & 2147483647) % ${below})::integer`;

const pick = (salt: number, values: string[]) =>
  `(array[${values.join(', ')}])[1 + ${draw(salt, values.length)}]`;

const quote = (values: string[]) => values.map((value) => `'${value}'`);

const TEXTS = {
  kinds: quote([...Array.from({ length: 6 }, () => 'debit'), 'refund', 'waiver', 'grant', 'grant']),
  reasons: quote(['software_defect', 'hotfix', 'wrong_line', 'goodwill', 'duplicate']),
  topics: quote(['', ...TOPICS]),
  products: quote(['', ...PRODUCTS]),
};

/** Seconds from submit to debit, one of each class. */
const WAITS = ['2', '7', '20', '45', '200', '2000', '50000', '200000'];

const INSERT_ENTRIES = `
insert into support_credits.ledger_entries
  (id, credit_account_id, account_seq, kind, key, input_hash, amount_credits, balance_after_credits, problem_id, ticket_id,
   refunded_entry_id, reason, snapshot, actor, proof, entry_hash, occurred_at, recorded_at, topic, product, submitted_at)
overriding system value
select nth, 1 + nth / 10 % 10000, nth / 100000 * 10 + nth % 10 + 1, kind, kind || ':' || nth, '\\x${'00'.repeat(32)}',
       case when kind = 'waiver' then 0 else 1 end, 0,
       case when kind <> 'grant' then 'p' || nth end, case when kind <> 'grant' then nth::text end,
       case when kind = 'refund' then nth - 1 end,
       case kind when 'debit' then 'charged' when 'waiver' then 'partner' when 'grant' then 'spend'
                 else ${pick(1, TEXTS.reasons)} end,
       case when kind in ('debit', 'waiver') then '{}'::json end,
       case when kind = 'refund' then json_build_object('kind', 'agent', 'id', (500 + ${draw(2, 200)})::text)
            else '{"kind": "rule"}' end,
       case when kind = 'refund' then json_build_object('handedOverBy', (500 + ${draw(3, 200)})::text) end,
       '\\x${'00'.repeat(32)}', at, at, ${pick(4, TEXTS.topics)}, ${pick(5, TEXTS.products)},
       case when kind = 'debit' then at - make_interval(secs => ${pick(6, WAITS)}) end
  from (select nth, (array[${TEXTS.kinds.join(', ')}])[1 + nth % 10] as kind,
               '${LAST_DAY}'::timestamptz
               - make_interval(days => ${draw(7, SEEDED_DAYS)}, secs => -${draw(8, 86_400)}) as at
          from generate_series($1::bigint, $2::bigint) nth) made`;

const INSERT_GRANTS = `
insert into support_credits.grants
  (entry_id, credit_account_id, key, source, amount_credits, remaining_credits, is_paid, effective_at)
select id, credit_account_id, key, (array['spend', 'pack', 'welcome', 'goodwill', 'adjustment'])[1 + id / 10 % 5], 1, 1,
       id / 10 % 5 = 1, occurred_at
  from support_credits.ledger_entries where id between $1 and $2 and kind = 'grant'`;
