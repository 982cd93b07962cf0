import type { Result } from '../../../domain/result';
import type { ViewIdentity } from '../readRequesterIdentity';

/** Who a person of the helpdesk is in billing, as `readClientIdentity` finds out; may be as old as a glance. */
export type ReadIdentity = (userId: string) => Promise<Result<ViewIdentity, 'requester_not_found'>>;

/** The one account whose data this person may see; undefined when there is none, or none that is known for sure. */
export async function readClientAccount(
  readIdentity: ReadIdentity,
  userId: string,
): Promise<string | undefined> {
  const found = await readIdentity(userId);
  return found.ok && found.value.kind === 'client' ? found.value.billingAccountId : undefined;
}
