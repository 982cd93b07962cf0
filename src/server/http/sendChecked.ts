import type { FastifyReply } from 'fastify';
import type { ZodMiniType } from 'zod/mini';
import { assert } from '../../domain/result';

/**
 * Answers what the contract promises. It is held to the contract before it leaves: what the app could not read is a
 * defect of ours and must be seen here.
 */
export function sendChecked<Shape>(
  reply: FastifyReply,
  schema: ZodMiniType<Shape>,
  value: Shape,
): FastifyReply {
  const checked = schema.safeParse(value);
  assert(checked.success, 'the answer does not fit the contract.');
  return reply.send(checked.data);
}
