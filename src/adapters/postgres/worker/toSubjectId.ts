/**
 * The ticket, requester or account that a job is about. Every job is queued with one; without it the queue holds something not
 * ours.
 */
export function toSubjectId(payload: unknown, name: 'ticketId' | 'requesterId' | 'billingAccountId'): string {
  const id = typeof payload === 'object' && payload !== null ? Reflect.get(payload, name) : undefined;
  if (typeof id === 'string') return id;
  throw new Error(`Defect: a job without a ${name} was queued.`);
}
