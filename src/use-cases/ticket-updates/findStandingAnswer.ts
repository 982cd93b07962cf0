import type { Desk, DeskTicket } from '../ports/desk';
import type { Ledger } from '../ports/ledger';
import type { StandingAnswer } from './decideUpdate';

/**
 * The answer to the very asking that stands in the ticket now; a newer asking is left for the next look. Fails with
 * `AdapterError` when the helpdesk or the database cannot be asked.
 */
export async function findStandingAnswer(
  { desk, ledger }: { desk: Desk; ledger: Ledger },
  ticket: DeskTicket,
): Promise<StandingAnswer | undefined> {
  if (ticket.action === undefined) return undefined;
  const standing = await desk.readCommand(ticket.id);
  const answer = standing && (await ledger.readAnswer(standing.id));
  if (standing === undefined || answer === undefined) return undefined;
  const { action, refusal, outcome } = answer;
  if (outcome === 'done') return { said: undefined };
  const locale = (await desk.readUser(standing.actorId))?.locale;
  if (refusal !== undefined) return { said: { refusal: { action, refusal }, locale } };
  return { said: action.kind === 'refund' ? { awaiting: action.reason, locale } : undefined };
}
