import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { TreeNode } from './document/TreeNode';
import { hasField } from './document/hasField';
import { readRows } from './readRows';
import { toUnusableError } from './reading';
import type { Reading } from './reading';
import { BILLING_MISSED, toPanelError } from './toAdapterError';

/** An account as the list or its form shows it. */
export type PanelAccount = {
  /** Its id where billing knows no name. */
  name: string;
  /** Undefined where what was read does not show groups. */
  groupIds: string[] | undefined;
};

/**
 * The account with exactly this id, from the list, else from its form, because a login may be shown a part of the list
 * only. With `wantsGroups` the form is opened too where the list does not show them, and groups that neither shows fail the
 * reading. Undefined: there is no such account.
 */
export async function readAccount(
  reading: Reading,
  billingAccountId: string,
  wantsGroups: boolean,
): Promise<PanelAccount | undefined> {
  const listed = await findAccount(reading, billingAccountId);
  const account = listed && toAccount(reading, listed, billingAccountId);
  if (account !== undefined && (!wantsGroups || account.groupIds !== undefined)) return account;
  const form = await readForm(reading, billingAccountId);
  if (account !== undefined) return { ...account, groupIds: requireGroupIds(reading, form) };
  // A form that knows no name is the form of no account.
  if (form?.get('name') === undefined) return undefined;
  const fromForm = toAccount(reading, form, billingAccountId);
  return wantsGroups ? { ...fromForm, groupIds: requireGroupIds(reading, form) } : fromForm;
}

/** The account with exactly this id as the list shows it, if it does. */
export async function findAccount(reading: Reading, billingAccountId: string): Promise<TreeNode | undefined> {
  const pages = await readRows(reading, { func: 'account', filter: { id: billingAccountId } });
  let found: TreeNode | undefined;
  for await (const rows of pages ?? []) found ??= rows.find((row) => row.get('id') === billingAccountId);
  return found;
}

function toAccount(reading: Reading, row: TreeNode, billingAccountId: string): PanelAccount {
  return { name: row.get('name') ?? billingAccountId, groupIds: toGroupIds(reading, row) };
}

/** Several ids come as a repeated column or joined by commas, as ids are elsewhere (billmanager.md 1.1). */
function toGroupIds({ columns }: Reading, row: TreeNode): string[] | undefined {
  const column = columns.accountGroups.find((name) => row.has(name));
  return column === undefined ? undefined : row.texts(column).flatMap((text) => text.split(/\s*,\s*/));
}

/** The groups in the form. A field that is hidden is not taken for one that is empty: partners must not be charged for that. */
function requireGroupIds(reading: Reading, form: TreeNode | undefined): string[] {
  const names = reading.columns.accountGroups;
  if (form && names.some((name) => hasField(form, name))) return toGroupIds(reading, form) ?? [];
  throw toUnusableError(
    'account.edit',
    `it shows no field ${names.join(' or ')}, which the groups of partners are told by: let the service user see it, or name it in the policy key billing.columns.accountGroups`,
  );
}

/** Undefined: the panel says that there is nothing of this id. */
async function readForm({ panel, signal }: Reading, elid: string): Promise<TreeNode | undefined> {
  try {
    const form = await panel.ask('account.edit', { elid }, signal);
    if (form === undefined) throw toPanelError('account.edit', 'access');
    return form.fields;
  } catch (error) {
    if (error instanceof AdapterError && error.code === BILLING_MISSED) return undefined;
    throw error;
  }
}
