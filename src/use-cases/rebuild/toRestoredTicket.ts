import { toProblemId } from '../../domain/tickets/ticketFacts';
import type { RestoredTicket } from '../ports/restoreRequest';
import type { StoredIdentity } from '../ports/storedTicket';
import type { KnownReading } from './buildRequesterReader';
import type { FamilyMember } from './readFamily';

/**
 * The ticket as its state is kept from now on, so that the look that follows finds its problem, its client and what it was
 * merged into. `since` is when it was last made to say its state (ISO 8601).
 */
export function toRestoredTicket(
  problemId: string,
  since: string,
  { ticket, history: { mergedInto } }: FamilyMember,
  readings: ReadonlyMap<string, KnownReading>,
): RestoredTicket {
  const { id, requesterId, line, topic, product } = ticket;
  const target =
    mergedInto === undefined ? undefined : { ticketId: mergedInto, problemId: toProblemId(mergedInto) };
  return {
    ticket: {
      id,
      requesterId,
      line,
      problemId,
      isFollowUp: ticket.followUpOf !== undefined,
      standing: ticket.status === 'closed' ? 'closed' : 'open',
      wasAnsweredByTech: undefined,
      handedOverBy: undefined,
      mergedInto: target,
      defectTicketId: undefined,
      command: undefined,
      // Whether it was submitted or handed over is not asked again.
      subject: { topic, product, submittedAt: undefined },
    },
    identity: toIdentity(readings.get(requesterId)),
    decidedAt: since,
  };
}

function toIdentity(reading: KnownReading | undefined): StoredIdentity {
  if (reading === undefined) return { kind: 'unavailable' };
  if (reading.kind === 'refused') return { kind: 'refused', reason: reading.reason };
  const { grade, facts } = reading;
  return { kind: 'client', grade, billingAccountId: facts.billingAccountId };
}
