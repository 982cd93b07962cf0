/** The ticket that a job is about. Every job is queued with one; without it the queue holds something not ours. */
export function toTicketId(payload: unknown): string {
  if (
    typeof payload === 'object' &&
    payload !== null &&
    'ticketId' in payload &&
    typeof payload.ticketId === 'string'
  ) {
    return payload.ticketId;
  }
  throw new Error('Defect: a job without a ticket id was queued.');
}
