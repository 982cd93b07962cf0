import type { CreditsView } from '../../../contract/creditsView';

/** Tells one client from another; undefined while the requester is no known client. */
export function toClientKey({ identity }: CreditsView): string | undefined {
  return identity.kind === 'client' ? identity.billingAccountId : undefined;
}
