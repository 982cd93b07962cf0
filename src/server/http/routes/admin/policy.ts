import type { FastifyInstance } from 'fastify';
import { policyViewSchema } from '../../../../contract/policyView';
import type { PolicyView } from '../../../../contract/policyView';
import type { Logger } from '../../../../use-cases/ports/logger';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';

/** What the route needs. */
export type PolicyRouteDeps = { readPolicyView: () => Promise<PolicyView>; logger: Logger };

const TIMEOUT_MS = 8_000;

/** `GET /v1/admin/policy`: what is in force, how it differs from the published rules, and what the file says now. */
export function registerPolicy(app: FastifyInstance, deps: PolicyRouteDeps): void {
  const options = { handlerTimeout: TIMEOUT_MS, errorHandler: buildErrorHandler(deps.logger) };
  app.get('/v1/admin/policy', options, async (_request, reply) =>
    sendChecked(reply, policyViewSchema, await deps.readPolicyView()),
  );
}
