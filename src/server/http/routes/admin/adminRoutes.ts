import type { FastifyInstance } from 'fastify';
import { sendRefusal } from '../../sendError';
import { registerAppTriggers } from './appTriggers';
import type { AppTriggersDeps } from './appTriggers';
import { registerDryRun } from './dryRun';
import type { DryRunRouteDeps } from './dryRun';
import { registerPolicy } from './policy';
import type { PolicyRouteDeps } from './policy';
import { registerReports } from './reports';
import type { ReportsDeps } from './reports';
import { registerSetupCheck } from './setupCheck';
import type { SetupCheckRouteDeps } from './setupCheck';
import { registerStatus } from './status';
import type { StatusRouteDeps } from './status';
import { registerShadow } from './shadow';
import type { ShadowRouteDeps } from './shadow';
import { registerWorkPages } from './workPages';
import type { WorkPagesDeps } from './workPages';

/** What the admin page's routes need; `isAdmin` asks the helpdesk about the person whom the token names. */
export type AdminDeps = ReportsDeps &
  WorkPagesDeps &
  DryRunRouteDeps &
  SetupCheckRouteDeps &
  StatusRouteDeps &
  AppTriggersDeps &
  PolicyRouteDeps &
  ShadowRouteDeps & { isAdmin: (userId: string) => Promise<boolean> };

/**
 * Everything below `/v1/admin`, behind the token of the sidebar's routes. The token has to name an admin of the helpdesk. Whom it
 * names is chosen in the browser (zendesk.md 2.5), so this keeps out who opens the page, not who forges a claim: nothing
 * below may show more than an agent may know, or change anything.
 */
export function registerAdminRoutes(app: FastifyInstance, deps: AdminDeps): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      const userId = request.claimedUserId;
      if (userId !== undefined && (await deps.isAdmin(userId))) return undefined;
      return sendRefusal(request, reply, 'admins_only');
    });
    registerReports(scope, deps);
    registerWorkPages(scope, deps);
    registerDryRun(scope, deps);
    registerSetupCheck(scope, deps);
    registerStatus(scope, deps);
    registerAppTriggers(scope, deps);
    registerPolicy(scope, deps);
    registerShadow(scope, deps);
  });
}
