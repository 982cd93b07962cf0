import type { Line } from '../line/line';
import type { Command } from './command';

/** A ticket as the helpdesk has it at one moment, reduced to what rules need. */
export type TicketFacts = {
  id: string;
  requesterId: string;
  line: Line | undefined;
  /** The last asking that still stands in the field «Credit action». */
  command: Command | undefined;
};

/** R4: one problem, one credit. Until follow-ups and merges are known, a problem is its ticket. */
export function toProblemId(ticketId: string): string {
  return `zt_${ticketId}`;
}
