import type { ZodType } from 'zod';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { parseLosslessJson } from './parseLosslessJson';
import type { ZendeskRequest } from './sendOnce';

/**
 * Reads the body of a successful answer. What is no JSON may be a page of something in between and is worth another
 * try; JSON of another shape is not.
 */
export function parseAnswer<Answer>(request: ZendeskRequest, text: string, schema: ZodType<Answer>): Answer {
  const asked = `${request.method} ${request.path} of Zendesk`;
  const code = 'zendesk_unexpected_answer';
  let body: unknown;
  try {
    body = parseLosslessJson(text);
  } catch {
    throw new AdapterError(`${asked} did not answer JSON`, { code, retry: true });
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AdapterError(`${asked} answered another shape at «${where}»`, { code, retry: false });
}
