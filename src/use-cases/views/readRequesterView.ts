import type { ClientView } from '../../contract/creditsView';
import type { Result } from '../../domain/result';
import { toBaseView, toNewTicket } from './creditsViewParts';
import { readClientParts } from './readClientParts';
import type { ReadClientDeps } from './readClientParts';
import { readRequesterIdentity } from './readRequesterIdentity';
import type { ReadIdentityDeps } from './readRequesterIdentity';

/** What reading a view of a requester needs. */
export type ReadRequesterViewDeps = ReadClientDeps & ReadIdentityDeps;

/**
 * What is shown of a requester before there is a ticket: as beside a ticket, with what a new one would cost. It waits for
 * billing only to find out who somebody is whom nobody here knows yet; what that account has is then read by a job, and
 * until it was the identity is not known. Moves no credits, and writes nothing into the ledger.
 */
export async function readRequesterView(
  deps: ReadRequesterViewDeps,
  requesterId: string,
): Promise<Result<ClientView, 'requester_not_found'>> {
  const found = await readRequesterIdentity(deps, requesterId);
  if (!found.ok) return found;
  const identity = found.value;
  const base = toBaseView(deps.policy, deps.clock.now());
  if (identity.kind === 'being_read') return { ok: true, value: base };
  const handOver = toNewTicket(requesterId);
  return { ok: true, value: { ...base, ...(await readClientParts(deps, { identity, handOver })) } };
}
