import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SimulatorClock } from '../../kit/clock';
import { VendorError } from '../errors/VendorError';

type Kept = { input: string; answer: unknown; atMs: number };
const KEPT_MS = 2 * 3_600_000;

/** Creating once per `Idempotency-Key` (zendesk.md 8.2): the same key and body within two hours get the first answer. */
export type Idempotency = {
  once<Answer>(request: FastifyRequest, reply: FastifyReply, create: () => Answer): unknown;
};

export function buildIdempotency(clock: SimulatorClock): Idempotency {
  const kept = new Map<string, Kept>();
  return {
    once(request, reply, create) {
      const key = request.headers['idempotency-key'];
      if (typeof key !== 'string') return create();
      const input = JSON.stringify(request.body);
      const nowMs = clock.now().getTime();
      const known = kept.get(key);
      if (known === undefined || nowMs - known.atMs > KEPT_MS) {
        const answer = create();
        kept.set(key, { input, answer, atMs: nowMs });
        void reply.header('x-idempotency-lookup', 'miss');
        return answer;
      }
      if (known.input !== input) {
        throw new VendorError(400, {
          error: 'IdempotentRequestError',
          description: 'Request parameters do not match the first request with this idempotency key',
        });
      }
      void reply.header('x-idempotency-lookup', 'hit');
      return known.answer;
    },
  };
}
