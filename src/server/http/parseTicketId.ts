import * as z from 'zod';
import { HttpError } from './toHttpError';

const paramsSchema = z.object({ id: z.string().regex(/^[1-9]\d{0,18}$/) });

/** The ticket's id in the path; refused with `bad_request` when it is not a number of Zendesk's kind. */
export function parseTicketId(params: unknown): string {
  const parsed = paramsSchema.safeParse(params);
  if (!parsed.success) throw new HttpError('bad_request');
  return parsed.data.id;
}
