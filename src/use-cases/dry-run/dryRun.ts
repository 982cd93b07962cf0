import type { DryRun, DryRunRequest } from '../../contract/dryRun';
import type { AccountReading } from '../../domain/accounts/accountFacts';
import { decideLineAtSubmit } from '../../domain/line/decideLineAtSubmit';
import type { Result } from '../../domain/result';
import { explainTicket } from '../../domain/tickets/decideTicket';
import { toProblemId } from '../../domain/tickets/ticketFacts';
import type { TicketFacts } from '../../domain/tickets/ticketFacts';
import { toNewTicketFacts } from '../../domain/tickets/toNewTicketFacts';
import type { Desk } from '../ports/desk';
import type { Ledger } from '../ports/ledger';
import type { LedgerViews } from '../ports/ledgerViews';
import { isEndedOfCharge, NOT_ASKED, toIdentity } from '../reconcileTicket';
import { readStandingCommand } from '../ticket-facts/readStandingCommand';
import { readTicketFacts } from '../ticket-facts/readTicketFacts';
import { readAccountWithoutTrace, readRequesterWithoutTrace } from './readWithoutTrace';
import type { ReadWithoutTraceDeps } from './readWithoutTrace';
import { toDecisionView } from './toDecisionView';

/** What trying a decision needs. */
export type DryRunDeps = ReadWithoutTraceDeps & { desk: Desk; ledger: Ledger; ledgerViews: LedgerViews };

/** What is decided, on what is known of the requester. */
type Case = { ticket: TicketFacts; reading: AccountReading; at: string };

/** Stands for a ticket that does not exist, of a requester who does not either: nothing has these ids. */
const MADE_UP_ID = 'new';

/**
 * What would be decided for a ticket now, or for one that a client might submit, and by which rule: by the code that
 * decides in earnest, in a transaction that cannot write. Nothing is remembered of what billing is asked for it. A ticket that the
 * helpdesk does not have is refused. Fails with `AdapterError`.
 */
export async function dryRun(
  deps: DryRunDeps,
  request: DryRunRequest,
): Promise<Result<DryRun, 'ticket_not_found'>> {
  if (request.kind === 'made_up') return { ok: true, value: await decide(deps, await makeUp(deps, request)) };
  const ticket = await deps.desk.readTicket(request.ticketId);
  if (ticket === undefined) return { ok: false, reason: 'ticket_not_found' };
  const stored = await deps.ledger.readStoredTicket(ticket.id);
  const at = deps.clock.now().toISOString();
  if (ticket.status === 'closed') {
    if (stored === undefined || !isEndedOfCharge(ticket, stored)) {
      return { ok: true, value: { ...NOBODY, line: ticket.line ?? null, decision: null, at } };
    }
    const known = { stored, command: undefined, reading: NOT_ASKED };
    const facts = await readTicketFacts(deps, ticket, known);
    return { ok: true, value: await decide(deps, { ticket: facts, reading: NOT_ASKED, at }) };
  }
  const command = await readStandingCommand(deps, ticket);
  const reading = await readRequesterWithoutTrace(deps, await deps.desk.readUser(ticket.requesterId));
  const facts = await readTicketFacts(deps, ticket, { stored, command, reading });
  return { ok: true, value: await decide(deps, { ticket: facts, reading, at }) };
}

const NOBODY = { billingAccountId: null, billingReadAt: null };

async function makeUp(
  deps: DryRunDeps,
  { billingAccountId, channel, line, topic, at }: Extract<DryRunRequest, { kind: 'made_up' }>,
): Promise<Case> {
  const ticket = toNewTicketFacts({
    id: MADE_UP_ID,
    requesterId: MADE_UP_ID,
    problemId: toProblemId(MADE_UP_ID),
    line: decideLineAtSubmit({ channel, line: line ?? undefined, topic: topic ?? undefined }),
  });
  const reading: AccountReading =
    billingAccountId === null
      ? { kind: 'refused', reason: 'unknown_client' }
      : await readAccountWithoutTrace(deps, billingAccountId, 'linked');
  return { ticket, reading, at: at ?? deps.clock.now().toISOString() };
}

async function decide(deps: DryRunDeps, { ticket, reading, at }: Case): Promise<DryRun> {
  const identity = toIdentity(reading);
  let by: ReturnType<typeof explainTicket>['by'] = 'charge';
  const decision = await deps.ledgerViews.previewTicket(
    { ticket, identity, occurredAt: at },
    (ledger, isCommandAnswered) => {
      const facts = { ticket, reading, ledger, policy: deps.policy, now: at };
      const explained = explainTicket(facts, isCommandAnswered);
      by = explained.by;
      return explained.decision;
    },
  );
  const client = reading.kind === 'client' ? reading.facts : undefined;
  return {
    line: ticket.line ?? null,
    decision: toDecisionView(decision, by, ticket.command !== undefined),
    billingAccountId: client?.billingAccountId ?? null,
    billingReadAt: client?.readAt ?? null,
    at,
  };
}
