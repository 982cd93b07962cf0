import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { Saying } from '../../../domain/setup/saying';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import { readColumn } from '../billmanagerColumns';
import type { Answer } from '../buildPanel';
import type { Reading } from '../reading';
import type { InspectedList } from './inspectedLists';

const SAMPLE_ROWS = 100;

/**
 * Whether the filter by account finds the rows of an account and leaves out those of others. The readers compare each row
 * again, so a filter that does nothing costs time, and one that finds too little hides what a client spent. Nothing to say
 * where the rows of less than two accounts are shown.
 */
export async function lookAtAccountFilter(reading: Reading, list: InspectedList): Promise<BillingFinding[]> {
  const { panel, columns, accountFilter, signal } = reading;
  const sample = { filter: 'on', p_cnt: String(SAMPLE_ROWS), p_num: '1' };
  const all = await panel.ask(list.func, sample, signal);
  const owners = all?.rows.flatMap((row) => readColumn(row, columns.accountId) ?? []) ?? [];
  const owner = owners[0];
  if (all === undefined || owner === undefined || new Set(owners).size < 2) return [];
  const found = await panel.ask(list.func, { ...sample, [accountFilter]: owner }, signal);
  if (found === undefined) return [];
  const ownCount = owners.filter((each) => each === owner).length;
  const named = { list: list.func, filter: accountFilter };
  if (countRows(found) < ownCount) return [toDoubt('problem', say('account_filter_short', named), all)];
  if (countRows(found) < countRows(all)) {
    return [toFinding('filters', 'good', say('account_filter_good', named))];
  }
  return [toDoubt(list.isLong === true ? 'problem' : 'note', say('account_filter_idle', named), all)];
}

function toDoubt(verdict: 'problem' | 'note', found: Saying, { fields }: Answer): BillingFinding {
  const names = fields.child('p_possible_filters')?.nodes('filter') ?? [];
  const known = names.flatMap((node) => node.get('$name') ?? []).filter((name) => /^[\w.]{1,40}$/.test(name));
  const change =
    known.length === 0
      ? say('account_filter_name')
      : say('account_filter_choose', { filters: { list: known } });
  return toFinding('filters', verdict, found, change);
}

function countRows({ fields, rows }: Answer): number {
  return Number(fields.get('p_elems') ?? rows.length);
}
