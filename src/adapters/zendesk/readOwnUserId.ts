import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { ZendeskClient } from './buildZendeskClient';
import { ownUserAnswer } from './wire';

/** The integration user, whose token it is. */
export async function readOwnUserId(client: ZendeskClient): Promise<string> {
  const path = '/api/v2/users/me.json';
  const answer = await client.read(path, ownUserAnswer);
  if (answer !== undefined) return answer.user.id;
  const options = { code: 'zendesk_unexpected_answer', retry: true };
  throw new AdapterError(`GET ${path} of Zendesk is not there`, options);
}
