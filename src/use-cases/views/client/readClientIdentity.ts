import type { Result } from '../../../domain/result';
import { readRequesterIdentity } from '../readRequesterIdentity';
import type { ReadIdentityDeps, ViewIdentity } from '../readRequesterIdentity';

/**
 * As `readRequesterIdentity`, for a person who is shown what the account has: whom the policy does not know well enough to
 * charge is not known well enough to be shown it either, and is like anybody whom billing does not know.
 */
export async function readClientIdentity(
  deps: ReadIdentityDeps,
  userId: string,
): Promise<Result<ViewIdentity, 'requester_not_found'>> {
  const found = await readRequesterIdentity(deps, userId);
  if (!found.ok || found.value.kind !== 'client') return found;
  const isKnownWell = deps.policy.identity.chargeGrades.includes(found.value.grade);
  return isKnownWell ? found : { ok: true, value: { kind: 'refused', reason: 'unknown_client' } };
}
