import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../use-cases/ports/clock';
import { sendRefusal } from '../sendError';
import { verifySidebarToken } from '../verifySidebarToken';
import { registerAccountEntries } from './accountEntries';
import type { AccountEntriesDeps } from './accountEntries';
import { registerAccountSearch } from './accountSearch';
import type { AccountSearchDeps } from './accountSearch';
import { registerEntryReceipt } from './entryReceipt';
import type { EntryReceiptDeps } from './entryReceipt';
import { registerRequesterCredits } from './requesterCredits';
import type { RequesterCreditsDeps } from './requesterCredits';
import { registerTicketCredits } from './ticketCredits';
import type { TicketCreditsDeps } from './ticketCredits';
import { registerTicketRecheck } from './ticketRecheck';
import type { TicketRecheckDeps } from './ticketRecheck';

/** What the sidebar's routes need; the secret is the app's secure setting. */
export type SidebarDeps = TicketCreditsDeps &
  TicketRecheckDeps &
  RequesterCreditsDeps &
  AccountEntriesDeps &
  EntryReceiptDeps &
  AccountSearchDeps & { clock: Clock; sidebarSharedSecret: string };

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
    registerRequesterCredits(scope, deps);
    registerAccountEntries(scope, deps);
    registerEntryReceipt(scope, deps);
    registerAccountSearch(scope, deps);
  });
}
