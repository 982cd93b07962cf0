import * as z from 'zod/mini';
import { ERROR_CODES } from './errorCodes';

/** Body of every answer that is not a success. */
export const errorBodySchema = z.object({
  error: z.object({ code: z.enum(ERROR_CODES), requestId: z.string() }),
});

export type ErrorBody = z.infer<typeof errorBodySchema>;
