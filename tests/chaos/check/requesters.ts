import type { BillingAccount } from '../world/readBilling';
import type { Outcome } from './outcome';

/** Who a requester is by Zendesk and billing alone: one account, or the reason why nobody may be charged. */
export type Known = { kind: 'client'; account: BillingAccount } | { kind: 'nobody'; reason: string };

/** The account that somebody of the helpdesk wrote into the profile, else the one account of the verified e-mail. */
export function findClient({ users, billing }: Outcome, requesterId: string): Known {
  const user = users.get(requesterId);
  if (user === undefined) return { kind: 'nobody', reason: 'requester_without_email' };
  const link = user.fields['support_billing_account'];
  if (typeof link === 'string' && link !== '') {
    const account = billing.find(({ accountId }) => accountId === link);
    return account === undefined
      ? { kind: 'nobody', reason: 'linked_account_unknown' }
      : { kind: 'client', account };
  }
  const accounts = billing.filter(({ emails }) => emails.includes(user.email));
  if (!user.isVerified) return { kind: 'nobody', reason: 'unverified_email' };
  const [account, another] = accounts;
  if (account === undefined) return { kind: 'nobody', reason: 'unknown_client' };
  return another === undefined ? { kind: 'client', account } : { kind: 'nobody', reason: 'ambiguous_client' };
}

/** Whether somebody of the helpdesk wrote another account into the profile during the run. */
export function hasChangedAccount({ plan, users }: Outcome, requesterId: string): boolean {
  const email = users.get(requesterId)?.email;
  return plan.disturbances.some(
    ({ what }) => what.kind === 'client_linked' && plan.clients[what.client]?.email === email,
  );
}
