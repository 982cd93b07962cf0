import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../use-cases/ports/clock';
import { limitToken } from '../limits/requestLimits';
import { sendRefusal } from '../sendError';
import { noteSecret } from '../signedRequest';
import { verifySidebarToken } from '../verifySidebarToken';
import { registerAccountEntries } from './accountEntries';
import type { AccountEntriesDeps } from './accountEntries';
import { registerAdminRoutes } from './admin/adminRoutes';
import type { AdminDeps } from './admin/adminRoutes';
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

declare module 'fastify' {
  interface FastifyRequest {
    /** Whom the token of the request names; see {@link verifySidebarToken}. */
    claimedUserId: string | undefined;
  }
}

/** What the sidebar's routes need; the first secret is the app's secure setting, others are those it had before. */
export type SidebarDeps = TicketCreditsDeps &
  TicketRecheckDeps &
  RequesterCreditsDeps &
  AccountEntriesDeps &
  EntryReceiptDeps &
  AccountSearchDeps &
  AdminDeps & { clock: Clock; sidebarSharedSecrets: readonly string[] };

/** Everything below `/v1`: believed only with a token of Zendesk's proxy, before anything else of the request is read. */
export function registerSidebarRoutes(app: FastifyInstance, deps: SidebarDeps): void {
  app.decorateRequest('claimedUserId');
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const token = await verifySidebarToken(request.headers.authorization, {
        secrets: deps.sidebarSharedSecrets,
        now: deps.clock.now(),
      });
      if (token === undefined) return sendRefusal(request, reply, 'unauthorized');
      request.claimedUserId = token.claimedUserId;
      noteSecret(request, token.signedWith);
      const refused = limitToken(request, reply);
      if (refused !== undefined) return refused;
      void reply.header('cache-control', 'no-store');
      return undefined;
    });
    registerTicketCredits(scope, deps);
    registerTicketRecheck(scope, deps);
    registerRequesterCredits(scope, deps);
    registerAccountEntries(scope, deps);
    registerEntryReceipt(scope, deps);
    registerAccountSearch(scope, deps);
    registerAdminRoutes(scope, deps);
  });
}
