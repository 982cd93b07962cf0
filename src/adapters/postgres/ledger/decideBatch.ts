import type { Pool, PoolClient } from 'pg';
import type { DecisionInput } from '../../../use-cases/ports/ledger';
import type { Settled } from '../groupCommit';
import { inPipelinedTransaction } from '../inTransaction';
import type { Sent } from '../inTransaction';
import type { JobRequest } from '../worker/queueJobs';
import { appendPlan } from './appendPlan';
import { findOwner, toWanted } from './batchState';
import { decideInTurn } from './decideInTurn';
import type { DecisionOutcome, DecisionRequest } from './decideInTurn';
import { keepCrossings } from './keepCrossings';
import type { Crossing } from './keepCrossings';
import { listLooks } from './listLooks';
import { lockState } from './lockState';
import { queueLongestHeld } from './queueLongestHeld';
import { readPermissions } from './readPermissions';
import type { State } from './readState';
import { storeAnswers, toStateRow } from './storeTicketStates';
import type { DecidedTicket } from './storeTicketStates';

/**
 * Plans are made once for all values: those of the queue's function would else be made anew for every batch, which costs
 * more than they do.
 */
const BEGIN = 'begin; set local plan_cache_mode = force_generic_plan';

/**
 * Decides several tickets in one transaction, one after the other: each sees what those before it did to its account.
 * A decision that throws fails alone and leaves no trace. The problems of a batch are all different.
 */
export function decideBatch(
  pool: Pool,
  requests: readonly DecisionRequest[],
  recordedAt: string,
): Promise<Settled<DecisionOutcome>[]> {
  return inPipelinedTransaction(pool, BEGIN, (client, begun) =>
    decideTogether(client, begun, requests, recordedAt),
  );
}

async function decideTogether(
  client: PoolClient,
  begun: Promise<unknown>,
  requests: readonly DecisionRequest[],
  recordedAt: string,
): Promise<Sent<Settled<DecisionOutcome>[]>> {
  const inputs = requests.map(({ input }) => input);
  const state = await lockState(client, toWanted(inputs), begun);
  const permissions = await readPermissions(client, inputs);
  const ownerOf = (input: DecisionInput) => findOwner(state, input);
  const known = { state, permissions };
  const { outcomes, decided, plan, settling } = decideInTurn(requests, known, ownerOf, recordedAt);
  const failed = outcomes.find((outcome) => !outcome.ok);
  // Nothing was decided at all: nothing is written at all, not even an account that was made for it.
  if (decided.length === 0 && failed?.ok === false) throw failed.error;
  const sent = Promise.all([
    appendPlan(client, plan, [...state.accounts.values()], state.grantIds, {
      ticketStates: decided.map(toStateRow),
      jobs: [...decided.flatMap(toJobs), ...listLooks(state, decided).map(toLook)],
    }),
    storeAnswers(client, decided),
    keepCrossings(client, listCrossings(state, decided)),
  ]);
  // What asks again what was just written waits for it; nothing of it may come behind the commit.
  if (settling.length > 0) await sent.then(() => queueLongestHeld(client, settling));
  return { value: outcomes, sent };
}

function listCrossings({ accounts }: State, decided: readonly DecidedTicket[]): Crossing[] {
  return decided.flatMap(({ input, decision, owner }) => {
    const account = owner === undefined ? undefined : accounts.get(owner);
    if (account === undefined || decision.lowBalance === undefined) return [];
    const { id: ticketId } = input.ticket;
    return [{ accountId: account.id, ticketId, at: input.occurredAt, ...decision.lowBalance }];
  });
}

function toLook(ticketId: string): JobRequest {
  return { job: 'reconcile_ticket', ticketId };
}

function toJobs({ input, identity, balanceCredits, trace }: DecidedTicket): JobRequest[] {
  const { id: ticketId, requesterId } = input.ticket;
  const job: JobRequest =
    input.inLineWith === undefined
      ? { job: 'bring_ticket_in_line', ticketId, trace }
      : { job: 'bring_incidents_in_line', ticketId: input.inLineWith, trace };
  // Who is found to be no client must not keep the numbers of the one whom a link led to before.
  const isShown = balanceCredits !== undefined || identity.kind === 'refused';
  return !isShown ? [job] : [job, { job: 'bring_requester_in_line', requesterId, trace }];
}
