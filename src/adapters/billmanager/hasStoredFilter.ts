import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { Answer } from './buildPanel';
import type { TreeNode } from './document/TreeNode';
import type { Reading } from './reading';
import { BILLING_ERROR, BILLING_MISSED } from './toAdapterError';

/**
 * Fields of filters that narrow a list when they hold something (billmanager.md 4.1, 4.2). Choices such as `status` or
 * `paymethod` are not among them: how they say «any» is not documented.
 */
const NARROWING = [
  ...['id', 'email', 'item', 'locale_name', 'number', 'sender', 'sender_id'],
  ...['fromdate', 'todate', 'createdate', 'createdatestart', 'createdateend', 'payfromdate', 'paytodate'],
  ...['amount', 'notpayd_amount', 'saamount_from', 'saamount_to', 'pmamount_from', 'pmamount_to'],
];

/** What a field of a filter holds when it filters by nothing. */
const NOTHING = [undefined, 'nodate', 'null'];

/**
 * Whether a filter that was once stored for this login shortens a list (billmanager.md 1.1). The answers do not say so for
 * certain; it is seen when the list without a filter of ours is shorter than with an empty one, when it names its saved
 * filters, or when the form of the filter holds something. False too for a list that is not for us. Fails with AdapterError
 * when the list cannot be asked for now; a form that the panel refuses says nothing.
 */
export async function hasStoredFilter(reading: Reading, func: string): Promise<boolean> {
  const { panel, signal } = reading;
  const page = { p_cnt: '1', p_num: '1' };
  const all = await panel.ask(func, { ...page, filter: 'on' }, signal);
  const plain = await panel.ask(func, page, signal);
  if (all === undefined || plain === undefined) return false;
  const isNamed = plain.fields.nodes('saved_filters').length > 0;
  if (isNamed || countRows(plain) < countRows(all)) return true;
  const form = await readFilterForm(reading, func);
  return [reading.accountFilter, ...NARROWING].some((field) => !NOTHING.includes(form?.get(field)));
}

async function readFilterForm({ panel, signal }: Reading, func: string): Promise<TreeNode | undefined> {
  try {
    return (await panel.ask(`${func}.filter`, {}, signal))?.fields;
  } catch (error) {
    const isRefused = error instanceof AdapterError && [BILLING_ERROR, BILLING_MISSED].includes(error.code);
    if (isRefused) return undefined;
    throw error;
  }
}

function countRows({ fields }: Answer): number {
  return Number(fields.get('p_elems') ?? 0);
}
