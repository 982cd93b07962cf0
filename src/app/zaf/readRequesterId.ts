import type { Zaf } from './connectZaf';

/** Id of the requester of the ticket on the screen; undefined while nobody is chosen. Rejects with ZafError. */
export async function readRequesterId(zaf: Zaf): Promise<string | undefined> {
  const { 'ticket.requester.id': id } = await zaf.get(['ticket.requester.id']);
  return typeof id === 'number' || (typeof id === 'string' && id !== '') ? String(id) : undefined;
}
