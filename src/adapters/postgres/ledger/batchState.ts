import type { DecisionInput } from '../../../use-cases/ports/ledger';
import type { State, Wanted } from './readState';

/** What has to be read to decide these. */
export function toWanted(inputs: readonly DecisionInput[]): Wanted {
  return {
    billingAccountIds: inputs.flatMap(toRequesterAccount),
    problemIds: listProblems(inputs),
    commandIds: inputs.flatMap(({ ticket }) => ticket.command?.id ?? []),
    ticketIds: inputs.map(({ ticket }) => ticket.id),
  };
}

function toRequesterAccount({ identity }: DecisionInput): string[] {
  return identity.kind === 'client' ? [identity.billingAccountId] : [];
}

/** The problems of the tickets, and of those that they were merged into. */
function listProblems(inputs: readonly DecisionInput[]): string[] {
  const all = inputs.flatMap(({ ticket: { problemId, mergedInto } }) => [
    problemId,
    ...(mergedInto === undefined ? [] : [mergedInto.problemId]),
  ]);
  return [...new Set(all)];
}

/** The client whose charge stands, else the requester, else the client that was charged last. */
export function findOwner({ owners }: State, input: DecisionInput): string | undefined {
  const owner = owners.get(input.ticket.problemId);
  if (owner?.isOpen) return owner.billingAccountId;
  return toRequesterAccount(input)[0] ?? owner?.billingAccountId;
}
