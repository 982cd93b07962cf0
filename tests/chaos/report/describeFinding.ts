import type { ChaosResult } from '../runChaos';
import type { Finding } from '../check/finding';
import type { SeenAudit, SeenEntry } from '../check/outcome';
import { describeDeed } from './describeDeed';

/** One finding with all that is known of its ticket: its life, its audits, its entries. */
export function describeFinding({ outcome, stage }: ChaosResult, finding: Finding): string {
  const { rule, expected, found, ticketId, account } = finding;
  const lines = [`${rule}`, `  expected: ${expected}`, `  found:    ${found}`];
  if (account !== undefined)
    lines.push(
      `  account ${account}:`,
      ...describeEntries(outcome.entries.filter((entry) => entry.billingAccountId === account)),
    );
  if (ticketId === undefined) return lines.join('\n');
  const life = stage.journal.lifeOf(Number(ticketId));
  const planned = stage.plan.lives.find(({ number }) => number === life);
  const state = outcome.states.get(ticketId);
  const problemId = state?.problemId;
  return [
    ...lines,
    `  ticket ${ticketId}, life ${life} of client ${planned?.client}, opened by ${planned?.opening}`,
    `  in the ledger: ${JSON.stringify(state ?? null)}`,
    ...(life === undefined ? [] : stage.journal.linesOf(life)).map(
      ({ at, ticketId: whose, deed, outcome: ended }) =>
        `    ${at}  #${whose} ${describeDeed(deed)}: ${ended}`,
    ),
    '  audits in Zendesk:',
    ...(outcome.tickets.get(ticketId)?.audits ?? []).map(describeAudit),
    `  entries of ${problemId}:`,
    ...describeEntries(outcome.entries.filter((entry) => entry.problemId === problemId)),
  ].join('\n');
}

function describeAudit({ id, at, authorId, events }: SeenAudit): string {
  const what = events
    .filter(({ type }) => type !== 'Notification')
    .map(({ type, fieldName, value, body, isPublic }) =>
      type === 'Comment'
        ? `${isPublic === true ? 'public' : 'private'} «${(body ?? '').slice(0, 90)}»`
        : `${fieldName}=${JSON.stringify(value)}`,
    );
  return `    ${at}  ${id} by ${authorId}: ${what.join(', ')}`;
}

function describeEntries(entries: readonly SeenEntry[]): string[] {
  return entries.map(
    ({ occurredAt, key, amountCredits, balanceAfterCredits, reason, billingAccountId, actor }) =>
      `    ${occurredAt}  ${key}  ${amountCredits} -> ${balanceAfterCredits}  ${reason}  account ${billingAccountId}, by ${actor.kind} ${actor.id ?? ''}`,
  );
}
