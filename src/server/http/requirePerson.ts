import type { FastifyInstance, FastifyRequest } from 'fastify';
import { assert } from '../../domain/result';
import type { ClientTokens } from '../../use-cases/ports/clientTokens';
import { refuseBeyond, sendRefusal } from './sendError';

declare module 'fastify' {
  interface FastifyRequest {
    /** The person whom the help center's token was made for; only routes for clients have one. */
    personId: string;
  }
}

/**
 * Shuts the routes below to whoever brings no token of the help center, before anything else of a request is read. Why one is
 * not believed stands in the log; the answer says nothing of it.
 */
export function requirePerson(scope: FastifyInstance, tokens: ClientTokens): void {
  scope.decorateRequest('personId', '');
  scope.addHook('onRequest', async (request, reply) => {
    const person = await tokens.readPerson(request.headers.authorization);
    if (!person.ok) return sendRefusal(request, reply, 'unauthorized', person.reason);
    request.personId = person.value;
    request.logFields['requesterId'] = person.value;
    const refused = refuseBeyond(request, reply, 'person', person.value);
    if (refused !== undefined) return refused;
    void reply.header('cache-control', 'no-store');
    return undefined;
  });
}

/** The person who asks. */
export function readPersonId({ personId }: FastifyRequest): string {
  assert(personId !== '', 'a route for clients ran without a person.');
  return personId;
}
