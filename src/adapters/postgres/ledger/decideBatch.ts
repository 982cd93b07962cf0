import type { PoolClient } from 'pg';
import type { LedgerView } from '../../../domain/credits/ledgerView';
import type { TicketDecision } from '../../../domain/tickets/ticketDecision';
import type { DecisionInput } from '../../../use-cases/ports';
import type { Settled } from '../groupCommit';
import { queueTicketJobs } from '../worker/queueJobs';
import type { AccountState } from './accountState';
import { appendPlan } from './appendPlan';
import { findOwners } from './findOwners';
import { lockAccounts } from './lockAccounts';
import { buildPlan, planEntries } from './planEntries';
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
  );
  const plan = buildPlan();
  const decided: DecidedTicket[] = [];
  const outcomes = requests.map((request): Settled<DecisionOutcome> => {
    try {
      const owner = ownerOf(request.input);
      const account = owner === undefined ? undefined : state.accounts.get(owner);
      const decision = decideOne(state, account, request);
      const after =
        account &&
        planEntries(plan, account, decision.entries, { occurredAt: request.input.occurredAt, recordedAt });
      if (after !== undefined) state.accounts.set(after.billingAccountId, after);
      decided.push({ input: request.input, decision, balanceCredits: after?.balanceCredits });
      return { ok: true, value: { decision, entryKeys: decision.entries.map((entry) => entry.key) } };
    } catch (error) {
      return { ok: false, error };
    }
  });
  await appendPlan(client, plan, [...state.accounts.values()]);
  await storeTicketStates(client, decided);
  await queueTicketJobs(client, decided.flatMap(toJobs));
  return outcomes;
}

function decideOne(
  state: State,
  account: AccountState | undefined,
  request: DecisionRequest,
): TicketDecision {
  const { input, decide } = request;
  const problem = state.problems.get(input.problemId);
  if (problem === undefined) throw new Error('Defect: the problem was not read.');
  const view: LedgerView = {
    billingAccountId: account?.billingAccountId,
    book: account?.book ?? { grants: [], debts: [] },
    spendGrantCount: account?.spendGrantCount ?? 0,
    spendClawbacks: account?.spendClawbacks ?? [],
    grantedKeys: account?.grantedKeys ?? [],
    ...problem,
  };
  const decision = decide(view, input.command !== undefined && state.answeredCommands.has(input.command.id));
  if (account === undefined && decision.entries.length > 0) {
    throw new Error('Defect: entries were decided for a requester without a credit account.');
  }
  return decision;
}

function toJobs({ input, balanceCredits }: DecidedTicket) {
  const { ticketId } = input;
  const jobs = [{ job: 'bring_ticket_in_line', ticketId } as const];
  return balanceCredits === undefined
    ? jobs
    : [...jobs, { job: 'bring_requester_in_line', ticketId } as const];
}
