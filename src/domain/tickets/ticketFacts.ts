import type { Line } from '../line/line';
import type { Command } from './command';
import type { TicketSubject } from './ticketSubject';

/** A ticket as the helpdesk has it at one moment, with what its audits and relations say, reduced to what rules need. */
export type TicketFacts = {
  id: string;
  requesterId: string;
  line: Line | undefined;
  /** R4: the problem whose one credit this ticket rests on. */
  problemId: string;
  /** R4: whether it follows up a closed ticket. */
  isFollowUp: boolean;
  /** `closed`: nothing can be written to it any more. `removed`: deleted, or marked as spam. */
  standing: 'open' | 'closed' | 'removed';
  /**
   * R6: whether an agent replied in public since the ticket last came to the line `tech`. Undefined: not looked up,
   * because nothing rests on it.
   */
  wasAnsweredByTech: boolean | undefined;
  /** Id of the person who last set the line to `tech`, for the count of wrong lines; undefined where not looked up. */
  handedOverBy: string | undefined;
  /** R4: the ticket that this one was merged into, with the problem of that ticket. */
  mergedInto: { ticketId: string; problemId: string } | undefined;
  /** R5: id of the problem ticket tagged as a defect of the software that this one is linked to, or is itself. */
  defectTicketId: string | undefined;
  /** The last asking that still stands in the field «Credit action». */
  command: Command | undefined;
  /** What no rule rests on, only lists for people: whether it is solved or closed, and marked as a defect itself. */
  seen?: { isSolved: boolean; isMarkedDefect: boolean };
  /** What no rule rests on, only reports. */
  subject?: TicketSubject;
};

/** Of tickets of the helpdesk; a problem that began elsewhere would have another one. */
const PREFIX = 'zt_';

/** R4: the problem of a ticket that stands for itself. */
export function toProblemId(ticketId: string): string {
  return `${PREFIX}${ticketId}`;
}

/** The ticket that a problem began with. */
export function toTicketId(problemId: string): string {
  return problemId.slice(PREFIX.length);
}
