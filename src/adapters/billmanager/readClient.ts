import type { ClientMatch } from '../../use-cases/ports/billingSource';
import { readColumn } from './billmanagerColumns';
import { readAccountId } from './readAccountId';
import { readRows } from './readRows';
import type { Reading } from './reading';
import { toPanelError } from './toAdapterError';

/** Whose client a user with this e-mail is, which comes folded; several users of one account are one client. */
export async function readClient(reading: Reading, wanted: string): Promise<ClientMatch> {
  const [billingAccountId, ...others] = await readAccountIds(reading, wanted);
  if (billingAccountId === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', billingAccountId } : { kind: 'several' };
}

/**
 * Which accounts have a user with this e-mail, which comes folded. The panel's filter matches parts of it, so e-mails are
 * compared exactly and without regard to case (billmanager.md 3).
 */
export async function readAccountIds(reading: Reading, wanted: string): Promise<Set<string>> {
  const pages = await readRows(reading, { func: 'user', filter: { email: wanted } });
  if (pages === undefined) throw toPanelError('user', 'access');
  const accountIds = new Set<string>();
  for await (const users of pages) {
    for (const user of users) {
      if (foldEmail(readColumn(user, reading.columns.userEmail) ?? '') !== wanted) continue;
      accountIds.add(await readAccountId(reading, 'user', user));
    }
  }
  return accountIds;
}

/**
 * How e-mails are compared: without regard to case and to spaces around. Undefined for one with anything but ASCII in it:
 * lower case makes other letters into plain ones (the Kelvin sign becomes a k), and so one person's address into another's.
 */
export function foldEmail(email: string): string | undefined {
  return /[^ -~]/.test(email) ? undefined : email.trim().toLowerCase();
}
