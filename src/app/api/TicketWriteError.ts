/** Why Zendesk did not take a change of the ticket. */
export type TicketWriteFailure =
  'forbidden' | 'ticket_gone' | 'ticket_rejected' | 'zendesk_busy' | 'zendesk_unreachable';

/** Zendesk did not take a change of the ticket, so nothing was asked for. */
export class TicketWriteError extends Error {
  readonly code: TicketWriteFailure;

  constructor(code: TicketWriteFailure, cause?: unknown) {
    super(`The ticket was not changed: ${code}`, { cause });
    this.name = 'TicketWriteError';
    this.code = code;
  }
}
