import type { ClientMatch } from '../../use-cases/ports/billingSource';
import { readColumn } from './billmanagerColumns';
import { readAccountId } from './readAccountId';
import { readRows } from './readRows';
import type { Reading } from './reading';
import { toPanelError } from './toAdapterError';

/**
 * Which accounts have a user with this e-mail. The panel's filter matches parts of it, so e-mails are compared exactly
 * and without regard to case; several users of one account are one client (billmanager.md 3).
 */
export async function readClient(reading: Reading, email: string): Promise<ClientMatch> {
  const wanted = foldEmail(email);
  const pages = await readRows(reading, { func: 'user', filter: { email: wanted } });
  if (pages === undefined) throw toPanelError('user', 'access');
  const accountIds = new Set<string>();
  for await (const users of pages) {
    for (const user of users) {
      if (foldEmail(readColumn(user, reading.columns.userEmail) ?? '') !== wanted) continue;
      accountIds.add(await readAccountId(reading, 'user', user));
    }
  }
  const [billingAccountId, ...others] = accountIds;
  if (billingAccountId === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', billingAccountId } : { kind: 'several' };
}

/** How e-mails are compared: without regard to case and to spaces around. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}
