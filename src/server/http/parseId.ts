import * as z from 'zod';
import { HttpError } from './toHttpError';

const paramsSchema = z.object({ id: z.string().regex(/^[1-9]\d{0,18}$/) });

/** The id in the path, of a ticket, a person or an account; refused with `bad_request` when it is no number of that kind. */
export function parseId(params: unknown): string {
  const parsed = paramsSchema.safeParse(params);
  if (!parsed.success) throw new HttpError('bad_request');
  return parsed.data.id;
}
