import type { SimIdentity } from '../entities/SimIdentity';

/** An identity as agents see it (zendesk-openapi.json, UserIdentityObject). */
export function toWireIdentity(
  identity: SimIdentity,
  userId: number,
  baseUrl: string,
): Record<string, unknown> {
  const isEmail = identity.type === 'email';
  return {
    url: `${baseUrl}/api/v2/users/${String(userId)}/identities/${String(identity.id)}.json`,
    user_id: userId,
    ...identity,
    verification_method: identity.verified ? 'full' : 'none',
    verified_at: identity.verified ? identity.created_at : null,
    ...(isEmail && { undeliverable_count: 0, deliverable_state: 'deliverable' }),
  };
}
