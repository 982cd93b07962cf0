import type { ZendeskRequest } from './sendOnce';

/** What is asked for, without ids and without the query: `GET /api/v2/tickets/:id`. There are as many as kinds of request. */
export function toOperation({ method, path }: Pick<ZendeskRequest, 'method' | 'path'>): string {
  const [bare = ''] = path.split('?');
  const segments = bare.split('/').map((segment) => (isId(segment) ? ':id' : segment));
  return `${method} ${segments.join('/')}`;
}

/** Ids are numbers, long texts of jobs, or a ULID of webhooks; the only other segment with a digit is the version of the API. */
function isId(segment: string): boolean {
  return segment.length > 25 || (/\d/.test(segment) && !/^v\d$/.test(segment));
}
