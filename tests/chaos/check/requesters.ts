import type { BillingAccount } from '../world/readBilling';
import type { Outcome } from './outcome';

/** Who a requester is by Zendesk and billing alone: one account, or the reason why nobody may be charged. */
export type Known = { kind: 'client'; account: BillingAccount } | { kind: 'nobody'; reason: string };

/** R8, identity: the one account of the verified e-mail. */
export function findClient({ users, billing }: Outcome, requesterId: string): Known {
  const user = users.get(requesterId);
  if (user === undefined) return { kind: 'nobody', reason: 'requester_without_email' };
  const accounts = billing.filter(({ emails }) => emails.includes(user.email));
  if (!user.isVerified) return { kind: 'nobody', reason: 'unverified_email' };
  const [account, another] = accounts;
  if (account === undefined) return { kind: 'nobody', reason: 'unknown_client' };
  return another === undefined ? { kind: 'client', account } : { kind: 'nobody', reason: 'ambiguous_client' };
}
