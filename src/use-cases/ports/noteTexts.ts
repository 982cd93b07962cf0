import type { AgentRefundReason } from '../../domain/policy/refundReason';
import type { CommandAction, CommandRefusal } from '../../domain/tickets/command';
import type { TicketDecision } from '../../domain/tickets/ticketDecision';

/** What a private note says. */
export type TicketNote = {
  state: TicketDecision['state'] | undefined;
  balanceCredits: number | undefined;
  refusal?: { action: CommandAction; refusal: CommandRefusal } | undefined;
  /** The refund that was asked for and waits for another agent. */
  awaiting?: AgentRefundReason | undefined;
  /** Of the agent whom it answers, as the helpdesk names it; else the policy's language is taken. */
  locale?: string | undefined;
};

/** Sentences for people, in the language of whom they answer, else in that of the policy. */
export interface NoteTexts {
  /** The private note for a ticket's new state or a command's answer. */
  renderNote(note: TicketNote): string;
}
