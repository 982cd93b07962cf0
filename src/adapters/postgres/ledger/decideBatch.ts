import type { PoolClient } from 'pg';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { TicketDecision } from '../../../domain/tickets/ticketDecision';
import type { DecisionInput } from '../../../use-cases/ports/ledger';
import type { StoredIdentity } from '../../../use-cases/ports/storedTicket';
import type { Settled } from '../groupCommit';
import { queueTicketJobs } from '../worker/queueJobs';
import type { JobRequest } from '../worker/queueJobs';
import type { AccountState } from './accountState';
import { appendPlan } from './appendPlan';
import { findOwners } from './findOwners';
import { afterDecision, countHeldTickets } from './heldTickets';
import { lockAccounts } from './lockAccounts';
import { buildPlan, planEntries } from './planEntries';
import type { PreviousTicket } from './previousTicket';
import { queueLongestHeld } from './queueLongestHeld';
import { readState } from './readState';
import type { State } from './readState';
import { storeTicketStates } from './storeTicketStates';
import type { DecidedTicket } from './storeTicketStates';

/** One look at a ticket that waits to be decided. */
export type DecisionRequest = {
  input: DecisionInput;
  decide: (view: LedgerView, isCommandAnswered: boolean) => TicketDecision;
};

/** What was decided and which entries were written. */
export type DecisionOutcome = { decision: TicketDecision; entryKeys: string[] };

/**
 * Decides several tickets in one transaction, one after the other: each sees what those before it did to its account.
 * A decision that throws fails alone and leaves no trace. The problems of a batch are all different.
 */
export async function decideBatch(
  client: PoolClient,
  requests: readonly DecisionRequest[],
  recordedAt: string,
): Promise<Settled<DecisionOutcome>[]> {
  const owners = await findOwners(
    client,
    requests.map(({ input }) => input.problemId),
  );
  const ownerOf = ({ problemId, identity }: DecisionInput) =>
    owners.get(problemId) ?? (identity.kind === 'client' ? identity.billingAccountId : undefined);
  const wanted = requests.flatMap(({ input }) => ownerOf(input) ?? []);
  const state = await readState(
    client,
    await lockAccounts(client, wanted),
    requests.map(({ input }) => input.problemId),
    requests.flatMap(({ input }) => input.command?.id ?? []),
    requests.map(({ input }) => input.ticketId),
  );
  const plan = buildPlan();
  const decided: DecidedTicket[] = [];
  const settling = new Set<string>();
  const outcomes = requests.map((request): Settled<DecisionOutcome> => {
    try {
      const previous = state.tickets.get(request.input.ticketId);
      const owner = ownerOf(request.input);
      const account = owner === undefined ? undefined : state.accounts.get(owner);
      const decision = decideOne(state, account, request);
      const after =
        account &&
        planEntries(plan, account, decision.entries, { occurredAt: request.input.occurredAt, recordedAt });
      if (after !== undefined) {
        const heldTickets = holdTicket(after, request.input, decision, previous);
        state.accounts.set(after.billingAccountId, { ...after, heldTickets });
      }
      const identity = toIdentity(request.input, decision, previous);
      decided.push({ input: request.input, decision, identity, balanceCredits: after?.balanceCredits });
      if (decision.settlesNext && after !== undefined) settling.add(after.billingAccountId);
      const left = toLeftAccount(previous, identity);
      if (left !== undefined) settling.add(left);
      return { ok: true, value: { decision, entryKeys: decision.entries.map((entry) => entry.key) } };
    } catch (error) {
      return { ok: false, error };
    }
  });
  const failed = outcomes.find((outcome) => !outcome.ok);
  // Nothing was decided at all: nothing is written at all, not even an account that was made for it.
  if (decided.length === 0 && failed?.ok === false) throw failed.error;
  await appendPlan(client, plan, [...state.accounts.values()], state.grantIds);
  await storeTicketStates(client, decided);
  await queueTicketJobs(client, decided.flatMap(toJobs));
  await queueLongestHeld(client, [...settling]);
  return outcomes;
}

function decideOne(
  state: State,
  account: AccountState | undefined,
  request: DecisionRequest,
): TicketDecision {
  const { input, decide } = request;
  const problem = state.problems.get(input.problemId);
  const previous = state.tickets.get(input.ticketId);
  if (problem === undefined) throw new Error('Defect: the problem was not read.');
  const view: LedgerView = {
    billingAccountId: account?.billingAccountId,
    book: account?.book ?? { grants: [], debts: [] },
    spendGrantCount: account?.spendGrantCount ?? 0,
    spendClawbacks: account?.spendClawbacks ?? [],
    grantedKeys: account?.grantedKeys ?? [],
    ...problem,
    previous: previous && { requesterId: previous.requesterId, state: previous.state },
    ...countHeldTickets(account?.heldTickets ?? [], input.ticketId, previous?.waitingSince),
  };
  const decision = decide(view, input.command !== undefined && state.answeredCommands.has(input.command.id));
  if (account === undefined && decision.entries.length > 0) {
    throw new Error('Defect: entries were decided for a requester without a credit account.');
  }
  return decision;
}

/** The account's queue of held tickets with what this decision does to it. */
function holdTicket(
  account: AccountState,
  { ticketId, occurredAt }: DecisionInput,
  { state }: TicketDecision,
  previous: PreviousTicket | undefined,
) {
  const waitingSince = previous?.waitingSince ?? occurredAt;
  const isHeld = state.creditState === 'held' && state.reason === 'no_credits';
  return afterDecision(account.heldTickets, { ticketId, waitingSince }, isHeld);
}

/** A ticket that stays held while billing is away stays with the client whom it was held for. */
function toIdentity(
  { identity }: DecisionInput,
  { state }: TicketDecision,
  previous: PreviousTicket | undefined,
): StoredIdentity {
  const staysHeld = identity.kind === 'unavailable' && state.creditState === 'held';
  return (staysHeld ? previous?.identity : undefined) ?? identity;
}

/** The client in whose queue the ticket was held, when it is no longer that client's: those behind it move up. */
function toLeftAccount(previous: PreviousTicket | undefined, identity: StoredIdentity): string | undefined {
  if (previous?.state.reason !== 'no_credits' || previous.identity.kind !== 'client') return undefined;
  const { billingAccountId } = previous.identity;
  const isSame = identity.kind === 'client' && identity.billingAccountId === billingAccountId;
  return isSame ? undefined : billingAccountId;
}

function toJobs({ input: { ticketId, requesterId }, balanceCredits }: DecidedTicket): JobRequest[] {
  const job: JobRequest = { job: 'bring_ticket_in_line', ticketId };
  return balanceCredits === undefined ? [job] : [job, { job: 'bring_requester_in_line', requesterId }];
}
