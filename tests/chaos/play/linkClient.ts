import type { Trouble } from '../plan/disturbance';
import { readBilling } from '../world/readBilling';
import type { Stage } from './Stage';

/** An account id that no panel of the run gives. */
const ABSENT = '999999999';

/** Writes into the client's profile which billing account it is, as a lead does by hand. */
export async function linkClient(
  { agents, clients, world }: Stage,
  { client, to }: Extract<Trouble, { kind: 'client_linked' }>,
): Promise<void> {
  const person = clients[client];
  if (person === undefined) return;
  const accounts = await readBilling(world);
  const own = accounts.filter(({ emails }) => emails.includes(person.email)).at(-1);
  const account = { own: own?.accountId, any: accounts[0]?.accountId, absent: ABSENT, none: undefined }[to];
  const user_fields = { support_billing_account: account ?? '' };
  await agents.at(-1)?.call('PUT', `users/${person.userId}`, { user: { user_fields } });
}
