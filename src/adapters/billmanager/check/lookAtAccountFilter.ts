import type { Finding } from '../../../use-cases/ports/billingInspection';
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
export async function lookAtAccountFilter(reading: Reading, list: InspectedList): Promise<Finding[]> {
  const { panel, columns, accountFilter, signal } = reading;
  const sample = { filter: 'on', p_cnt: String(SAMPLE_ROWS), p_num: '1' };
  const all = await panel.ask(list.func, sample, signal);
  const owners = all?.rows.flatMap((row) => readColumn(row, columns.accountId) ?? []) ?? [];
  const owner = owners[0];
  if (all === undefined || owner === undefined || new Set(owners).size < 2) return [];
  const found = await panel.ask(list.func, { ...sample, [accountFilter]: owner }, signal);
  if (found === undefined) return [];
  const ownCount = owners.filter((each) => each === owner).length;
  if (countRows(found) < ownCount) {
    const words = `${list.func}: the filter «${accountFilter}» leaves out rows of the account that it is asked for.`;
    return [toFinding('problem', words, all)];
  }
  if (countRows(found) < countRows(all)) {
    return [
      {
        step: 'filters',
        verdict: 'good',
        found: `${list.func}: the filter «${accountFilter}» finds one account.`,
      },
    ];
  }
  const words = `${list.func}: the filter «${accountFilter}» does nothing, so the whole list is read for each client.`;
  return [toFinding(list.isLong === true ? 'problem' : 'note', words, all)];
}

function toFinding(verdict: 'problem' | 'note', found: string, { fields }: Answer): Finding {
  const names = fields.child('p_possible_filters')?.nodes('filter') ?? [];
  const known = names.flatMap((node) => node.get('$name') ?? []).filter((name) => /^[\w.]{1,40}$/.test(name));
  const choice = known.length === 0 ? '' : `; the list knows ${known.join(', ')}`;
  return {
    step: 'filters',
    verdict,
    found,
    change: `Name the right one in the policy key billing.accountFilter${choice}.`,
  };
}

function countRows({ fields, rows }: Answer): number {
  return Number(fields.get('p_elems') ?? rows.length);
}
