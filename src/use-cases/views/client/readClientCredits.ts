import type { ClientCredits, TicketCost } from '../../../contract/clientCredits';
import type { ClientView } from '../../../contract/creditsView';
import { toBaseView, toNewTicket } from '../creditsViewParts';
import { readClientParts } from '../readClientParts';
import type { ReadClientDeps } from '../readClientParts';
import type { ReadIdentity } from './readClientAccount';
import { readAccountPage } from './readClientEntries';
import { toPublicRules } from './toPublicRules';

/** What reading a client's own credits needs. */
export type ReadClientCreditsDeps = ReadClientDeps & { readIdentity: ReadIdentity };

/** Entries on the first page. */
const FIRST_PAGE = 10;

/**
 * What a client is told of the own account: the figures, the history and the cost that agents see, from the same readings,
 * without what only agents may know. A person who is no known client is told the public rules. Moves no credits.
 */
export async function readClientCredits(deps: ReadClientCreditsDeps, userId: string): Promise<ClientCredits> {
  const now = deps.clock.now();
  const found = await deps.readIdentity(userId);
  const identity = found.ok ? found.value : undefined;
  const isAsked = identity !== undefined && identity.kind !== 'being_read';
  const parts = isAsked ? await readClientParts(deps, { identity, handOver: toNewTicket(userId) }) : {};
  const view: ClientView = { ...toBaseView(deps.policy, now), ...parts };
  const history =
    view.identity.kind === 'client'
      ? await readAccountPage(deps.ledger, view.identity.billingAccountId, { limit: FIRST_PAGE })
      : { entries: [], before: null };
  return {
    ...toPublicRules(deps.policy, now),
    identity:
      identity?.kind === 'being_read'
        ? 'being_read'
        : toIdentityWord(found.ok ? view.identity.kind : 'refused'),
    isPartner: view.partnerLevel !== null,
    balance: view.balance,
    spend: view.spend,
    cost: toCost(view),
    history,
    billingReadAt: view.billingReadAt,
  };
}

function toIdentityWord(kind: ClientView['identity']['kind']): ClientCredits['identity'] {
  return kind === 'refused' ? 'unknown' : kind;
}

/** By what the rules would decide now; why a charge has to wait is for agents to settle, not for the client. */
function toCost({ handOver, balance }: ClientView): TicketCost {
  if (handOver?.creditState === 'debited') return (balance?.availableCredits ?? 0) > 0 ? 'credit' : 'advance';
  if (handOver?.creditState === 'waived') return 'partner';
  return handOver?.reason === 'no_credits' ? 'no_credits' : 'unsettled';
}
