import type { CommandAction, CommandRefusal } from '../../domain/tickets/command';
import type { TicketDecision } from '../../domain/tickets/ticketDecision';

/** What a private note says. */
export type TicketNote = {
  state: TicketDecision['state'] | undefined;
  balanceCredits: number | undefined;
  refusal: { action: CommandAction; refusal: CommandRefusal } | undefined;
};

/** Sentences for people, in the language of the policy. */
export interface NoteTexts {
  /** The private note for a ticket's new state or a command's answer. */
  renderNote(note: TicketNote): string;
}
