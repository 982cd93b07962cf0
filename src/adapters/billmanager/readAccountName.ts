import { AdapterError } from '../../use-cases/ports/AdapterError';
import { readRows } from './readRows';
import type { Reading } from './reading';
import { BILLING_MISSED, toPanelError } from './toAdapterError';

/**
 * The name of an account, from the list, else from its form, because a login may be shown a part of the list only;
 * its id where billing knows no name. Undefined: there is no such account.
 */
export async function readAccountName(
  reading: Reading,
  billingAccountId: string,
): Promise<string | undefined> {
  const accounts = await readRows(reading, 'account', { id: billingAccountId });
  const account = accounts?.find((row) => row.get('id') === billingAccountId);
  return account ? (account.get('name') ?? billingAccountId) : readNameInForm(reading, billingAccountId);
}

/** A form that is refused as missing, or that knows no name, is the form of no account. */
async function readNameInForm(
  { panel, signal }: Reading,
  billingAccountId: string,
): Promise<string | undefined> {
  try {
    const form = await panel.ask('account.edit', { elid: billingAccountId }, signal);
    if (form === undefined) throw toPanelError('account.edit', 'access');
    return form.fields.get('name');
  } catch (error) {
    if (error instanceof AdapterError && error.code === BILLING_MISSED) return undefined;
    throw error;
  }
}
