import type { Pool } from 'pg';
import fc from 'fast-check';
import { buildLedger } from '../../../../src/adapters/postgres/buildLedger';
import { migrate } from '../../../../src/adapters/postgres/migrate';
import { buildReports } from '../../../../src/adapters/postgres/buildReports';
import { addUpCounts } from '../../../../src/adapters/postgres/reports/addUpCounts';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/policy';
import { decideTicket } from '../../../../src/domain/tickets/decideTicket';
import type { TicketFacts } from '../../../../src/domain/tickets/ticketFacts';
import type { Ledger } from '../../../../src/use-cases/ports/ledger';
import { MOVEMENT_KEYS } from '../../../../src/use-cases/ports/reports';
import type { MovementKey, MovementRow, Reports } from '../../../../src/use-cases/ports/reports';
import { buildCommand, buildReading, buildTicket, NOW } from '../../../domain/builders';
import { assertCountsHold } from '../../../helpers/database/assertCountsHold';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';
import { seedEveryKind } from '../../../helpers/database/seedEveryKind';

jest.setTimeout(60_000);

let pool: Pool;
let url: string;
let replicas: Ledger[];
let reports: Reports;
let close: () => Promise<void>;

beforeAll(async () => {
  const opened = await openTestLedger();
  ({ pool, url, close } = opened);
  reports = buildReports(pool);
  replicas = [opened.ledger, buildLedger(pool, { now: () => new Date() })];
});
afterAll(() => close());

const RANGE = { from: '2026-11-01', to: '2026-11-30' };

/** A look at a ticket on a day after `NOW`, that many seconds after its submit. */
type Look = { ticketId: number; day: number; waited: number; topic: string; product: string; act: number };

const looks = fc.sample(
  fc.record({
    ticketId: fc.integer({ min: 1, max: 300 }),
    day: fc.nat(5),
    waited: fc.constantFrom(-1, 0, 4, 5, 9, 10, 29, 30, 59, 60, 299, 300, 3_599, 3_600, 86_399, 86_400),
    topic: fc.constantFrom('', 'install', 'update'),
    product: fc.constantFrom('', 'vmmanager', 'other'),
    act: fc.nat(5),
  }),
  { numRuns: 1_500, seed: 7 },
);

/** What the drawn number makes of the ticket: nothing, a refund or a waiver that an agent asks for, a hand-back. */
function toTicket({ act }: Look, nth: number): Partial<TicketFacts> {
  const actorId = String(500 + (nth % 3));
  const id = `audit-${nth}`;
  if (act === 0) {
    return { command: buildCommand({ kind: 'refund', reason: 'software_defect' }, { id, actorId }) };
  }
  if (act === 1) return { command: buildCommand({ kind: 'waive' }, { id, actorId }) };
  if (act === 2) return { line: 'sales', wasAnsweredByTech: false, handedOverBy: actorId };
  return {};
}

async function perform(look: Look, nth: number): Promise<void> {
  const { ticketId, topic, product } = look;
  const billingAccountId = String(1_001 + (ticketId % 7));
  const occurredAt = new Date(Date.parse(NOW) + look.day * 86_400_000);
  const submittedAt = new Date(occurredAt.getTime() - look.waited * 1_000).toISOString();
  const now = occurredAt.toISOString();
  const subject = { topic: topic || undefined, product: product || undefined, submittedAt };
  const ticket = buildTicket({ id: String(ticketId), subject, ...toTicket(look, nth) });
  const reading = buildReading({ billingAccountId, spendCents: 400_000, readAt: now });
  const identity = { kind: 'client', grade: 'verified_email', billingAccountId } as const;
  await replicas[nth % 2]!.decideTicket({ ticket, identity, occurredAt: now }, (ledger, isAnswered) =>
    decideTicket({ ticket, reading, ledger, policy: DEFAULT_POLICY, now }, isAnswered),
  );
}

/** As few columns as compare well: the key, then debits, waivers, refunds and the credits of both. */
const toCells = (row: MovementRow) => [
  row.key ?? '',
  row.debits,
  row.waivers,
  row.refunds,
  row.debitedCredits,
  row.refundedCredits,
];
const ZEROES = [0, 0, 0, 0, 0];

/** The same from the entries themselves. */
async function addUpSlowly(by: MovementKey, product: string | undefined): Promise<(string | number)[][]> {
  const agent = `case when actor ->> 'kind' = 'agent' then actor ->> 'id' else '' end`;
  const key = { day: `left((occurred_at at time zone 'UTC')::text, 10)`, agent }[by as string] ?? by;
  const { rows } = await pool.query<{ cells: (string | number)[] }>(
    `select json_build_array(${key}, count(*) filter (where kind = 'debit'), count(*) filter (where kind = 'waiver'),
              count(*) filter (where kind = 'refund'),
              coalesce(sum(amount_credits) filter (where kind = 'debit'), 0),
              coalesce(sum(amount_credits) filter (where kind = 'refund'), 0)) as cells
       from support_credits.ledger_entries
      where kind in ('debit', 'waiver', 'refund') and ($1::text is null or product = $1)
        and occurred_at >= '2026-11-01' and occurred_at < '2026-12-01'
      group by ${key} order by ${key} collate "C"`,
    [product ?? null],
  );
  return rows.map(({ cells }) => cells);
}

/** The migrations before the counts, on a ledger that is full. */
async function forgetCounts(): Promise<void> {
  await pool.query(`
    drop trigger new_grants_are_summed on support_credits.grants;
    drop trigger moved_grants_are_summed on support_credits.grants;
    drop function support_credits.sum_new_grants(), support_credits.sum_moved_grants();
    drop table support_credits.outstanding_parts, support_credits.outstanding_sums cascade;
    drop table support_credits.entry_count_parts, support_credits.entry_counts cascade;
    drop function support_credits.class_of_wait(timestamptz, timestamptz);
    alter function support_credits.count_entries() rename to count_refunds;
    alter trigger entries_are_counted on support_credits.ledger_entries rename to refunds_are_counted;
    delete from support_credits.schema_migrations where name ~ '^003[34]_'`);
}

describe('the counts of reports', () => {
  it('say what adding up the ledger says after a random history by writers at two replicas at once', async () => {
    await seedEveryKind(replicas[0]!, '1');
    const adding = Promise.all([1, 2].map(() => addUpMeanwhile(looks.length)));
    await Promise.all(looks.map(perform));
    expect((await adding).reduce((sum, parts) => sum + parts, 0)).toBeGreaterThan(0);
    const { rows } = await pool.query<{ kind: string; entries: number; days: number; waits: number }>(
      `select kind, sum(entry_count)::integer as entries, count(distinct day)::integer as days,
              count(distinct value)::integer as waits
         from support_credits.counted_entries where facet = 'wait' group by kind order by kind`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['debit', 'refund', 'waiver']);
    expect(rows.every(({ entries, days }) => entries >= 10 && days >= 3)).toBe(true);
    expect(rows[0]?.waits).toBe(9);
    await assertCountsHold(pool);
  });

  it('say the same when nothing is left to be added up', async () => {
    await addUpCounts(pool);
    expect(await addUpCounts(pool)).toBe(0);
    await assertCountsHold(pool);
  });

  it('give a refund the topic and product of its debit, whatever the ticket says by then', async () => {
    const { rows } = await pool.query(
      `select 1 from support_credits.ledger_entries refund
         join support_credits.ledger_entries debit on debit.id = refund.refunded_entry_id
        where (refund.topic, refund.product) <> (debit.topic, debit.product)`,
    );
    expect(rows).toEqual([]);
  });

  it.each(MOVEMENT_KEYS)(
    'are what the report tells apart by %s, for all products and for each',
    async (by) => {
      for (const product of [undefined, '', 'vmmanager']) {
        const { rows, totals } = await reports.readMovements({ ...RANGE, product }, by, 1_000);
        const slow = await addUpSlowly(by, product);
        const inOrder = [...rows].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
        expect(inOrder.map(toCells)).toEqual(slow);
        const sums = slow.reduce<number[]>(
          (sum, row) => sum.map((value, nth) => value + Number(row[nth + 1])),
          ZEROES,
        );
        expect(toCells({ key: null, ...totals }).slice(1)).toEqual(sums);
        expect((await reports.readMovements({ ...RANGE, product }, by, 2)).totals).toEqual(totals);
      }
    },
  );

  it('are what the other reports read: wrong lines, waits and what is outstanding', async () => {
    const all = { ...RANGE, product: undefined };
    const [count] = (
      await pool.query<{ debits: number; wrong: number; wrong_by_501: number; early: number; left: number }>(
        `select count(*) filter (where kind = 'debit')::integer as debits,
                count(*) filter (where reason = 'wrong_line')::integer as wrong,
                count(*) filter (where reason = 'wrong_line' and proof ->> 'handedOverBy' = '501')::integer as wrong_by_501,
                count(*) filter (where occurred_at < submitted_at + interval '5 s')::integer as early,
                (select sum(remaining_credits)::integer from support_credits.grants) as left
           from support_credits.ledger_entries where occurred_at >= '2026-11-01' and occurred_at < '2026-12-01'`,
      )
    ).rows;
    const { days, people } = await reports.readWrongLines(all, 10);
    const sumOf = (name: 'debits' | 'wrongLines') => days.reduce((sum, each) => sum + each[name], 0);
    expect([sumOf('debits'), sumOf('wrongLines')]).toEqual([count?.debits, count?.wrong]);
    expect(people.find(({ personId }) => personId === '501')?.wrongLines).toBe(count?.wrong_by_501);
    const { rows, unknownDebits } = await reports.readWaits(all);
    expect(rows[0]).toEqual({ belowSeconds: 5, debits: count?.early });
    expect(rows.reduce((sum, row) => sum + row.debits, unknownDebits)).toBe(count?.debits);
    const outstanding = await reports.readOutstanding('2027-01-15', [0, 30, 90, 180, 365]);
    expect(outstanding.rows.reduce((sum, row) => sum + row.credits, 0)).toBe(count?.left);
    expect(new Set(outstanding.rows.map(({ fromDays }) => fromDays))).toEqual(new Set([30, 180]));
  });

  it('are made from the entries that are there when the database is brought to this schema', async () => {
    await forgetCounts();
    await migrate({ connectionString: url });
    await assertCountsHold(pool);
    await perform({ ticketId: 301, day: 0, waited: 1, topic: '', product: '', act: 5 }, 9_999);
  });
});

async function addUpMeanwhile(looksAtOnce: number): Promise<number> {
  let parts = 0;
  for (let turn = 0; turn < looksAtOnce / 50; turn += 1) parts += await addUpCounts(pool);
  return parts;
}
