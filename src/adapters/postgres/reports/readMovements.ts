import type { Pool } from 'pg';
import type { MovementKey, MovementRow, Movements, ReportRange } from '../../../use-cases/ports/reports';
import { IN_RANGE, toRangeParameters } from './rangeSql';

/** Which facet is read for each key, and what stands there for it, as text. */
const KEYS: Record<MovementKey, { facet: string; key: string }> = {
  day: { facet: 'all', key: `to_char(day, 'YYYY-MM-DD')` },
  product: { facet: 'all', key: `nullif(product, '')` },
  topic: { facet: 'topic', key: `nullif(value, '')` },
  reason: { facet: 'reason', key: 'value' },
  agent: { facet: 'agent', key: `nullif(value, '')` },
};

const SUMS: Record<keyof Movements, string> = {
  debits: `sum(entry_count) filter (where kind = 'debit')`,
  waivers: `sum(entry_count) filter (where kind = 'waiver')`,
  refunds: `sum(entry_count) filter (where kind = 'refund')`,
  debitedCredits: `sum(credits) filter (where kind = 'debit')`,
  refundedCredits: `sum(credits) filter (where kind = 'refund')`,
};
const NAMES = Object.keys(SUMS) as (keyof Movements)[];

/** Debits, waivers and refunds, told apart by one thing; totals are of all rows, also of those beyond the limit. */
export async function readMovements(
  pool: Pool,
  range: ReportRange,
  by: MovementKey,
  limit: number,
): Promise<{ rows: MovementRow[]; totals: Movements }> {
  const sums = NAMES.map((name) => `coalesce(${SUMS[name]}, 0) as "${name}"`);
  const totals = NAMES.map((name) => `coalesce(sum(${SUMS[name]}) over (), 0) as "total ${name}"`);
  const { facet, key } = KEYS[by];
  const order = by === 'day' ? '1' : 'sum(entry_count) desc, 1';
  const { rows } = await pool.query<{ key: string | null } & Record<string, string>>(
    `select ${key} as key, ${[...sums, ...totals].join(', ')} ${IN_RANGE} and facet = $4
      group by 1 order by ${order} limit $5`,
    [...toRangeParameters(range), facet, limit],
  );
  const [first = {}] = rows;
  return {
    rows: rows.map((row) => ({ key: row.key, ...toMovements(row, '') })),
    totals: toMovements(first, 'total '),
  };
}

function toMovements(row: Record<string, string | null>, prefix: string): Movements {
  const numberOf = (name: keyof Movements) => Number(row[`${prefix}${name}`] ?? 0);
  return {
    debits: numberOf('debits'),
    waivers: numberOf('waivers'),
    refunds: numberOf('refunds'),
    debitedCredits: numberOf('debitedCredits'),
    refundedCredits: numberOf('refundedCredits'),
  };
}
