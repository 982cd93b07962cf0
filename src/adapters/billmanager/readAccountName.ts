import { readRows } from './readRows';
import type { Reading } from './reading';
import { toPanelError } from './toAdapterError';

/** The name of an account, from the list, else from its form; its id where billing knows no name. */
export async function readAccountName(reading: Reading, billingAccountId: string): Promise<string> {
  const accounts = await readRows(reading, 'account', { id: billingAccountId });
  const account = accounts?.find((row) => row.get('id') === billingAccountId);
  if (account) return account.get('name') ?? billingAccountId;
  const form = await reading.panel.ask('account.edit', { elid: billingAccountId }, reading.signal);
  if (form === undefined) throw toPanelError('account.edit', 'access');
  return form.fields.get('name') ?? billingAccountId;
}
