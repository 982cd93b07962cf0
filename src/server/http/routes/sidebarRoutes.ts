import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../use-cases/ports/clock';
import { sendRefusal } from '../sendError';
import { verifySidebarToken } from '../verifySidebarToken';
import { registerTicketCredits } from './ticketCredits';
import type { TicketCreditsDeps } from './ticketCredits';
import { registerTicketRecheck } from './ticketRecheck';
import type { TicketRecheckDeps } from './ticketRecheck';

/** What the sidebar's routes need; the secret is the app's secure setting. */
export type SidebarDeps = TicketCreditsDeps &
  TicketRecheckDeps & { clock: Clock; sidebarSharedSecret: string };

/** Everything below `/v1`: believed only with a token of Zendesk's proxy, before anything else of the request is read. */
export function registerSidebarRoutes(app: FastifyInstance, deps: SidebarDeps): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const secret = deps.sidebarSharedSecret;
      const isBelieved = await verifySidebarToken(request.headers.authorization, {
        secret,
        now: deps.clock.now(),
      });
      if (!isBelieved) return sendRefusal(request, reply, 'unauthorized');
      void reply.header('cache-control', 'no-store');
      return undefined;
    });
    registerTicketCredits(scope, deps);
    registerTicketRecheck(scope, deps);
  });
}
