import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReceivedLog } from '../../kit/received';
import { mayCall } from '../access/mayCall';
import { InvalidInputError } from '../errors/InvalidInputError';
import { buildForbidden, buildRecordInvalid, VendorError } from '../errors/VendorError';
import { registerAppRoutes } from './appRoutes';
import { registerDeletedTicketRoutes } from './deletedTicketRoutes';
import { registerIncrementalRoutes } from './incrementalRoutes';
import { registerJobStatusRoutes } from './jobStatusRoutes';
import { registerProblemRoutes } from './problemRoutes';
import { registerCurrentTokenRoutes } from './currentTokenRoutes';
import { countEndpointCall } from './endpointLimits';
import { registerFormRoutes } from './formRoutes';
import { registerGroupRoutes } from './groupRoutes';
import { registerMacroRoutes } from './macroRoutes';
import { registerNotifyRoutes } from './notifyRoutes';
import { addApiFaults } from './playFaults';
import type { ReadApiFaults } from './playFaults';
import { MINUTE_MS } from './rateLimits';
import { readPath } from './readPath';
import { buildTooMany, requireCaller } from './require';
import { registerRequestRoutes } from './requestRoutes';
import type { RestDeps } from './RestDeps';
import { registerSearchRoutes } from './searchRoutes';
import { registerTicketBulkRoutes } from './ticketBulkRoutes';
import { registerTicketFieldRoutes } from './ticketFieldRoutes';
import { registerTicketHistoryRoutes } from './ticketHistoryRoutes';
import { registerTicketMergeRoutes } from './ticketMergeRoutes';
import { registerTicketRoutes } from './ticketRoutes';
import { registerTicketTagRoutes } from './ticketTagRoutes';
import { registerTriggerRoutes } from './triggerRoutes';
import { registerUserFieldRoutes } from './userFieldRoutes';
import { registerUserIdentityRoutes } from './userIdentityRoutes';
import { registerUserRoutes } from './userRoutes';
import { registerViewRoutes } from './viewRoutes';
import { registerWebhookRoutes } from './webhookRoutes';

export type RestOptions = {
  deps: RestDeps;
  received: ReceivedLog;
  readFaults: ReadApiFaults;
};

/** The REST API below `/api/v2`: faults first, then who asks, then the limits, then the route. */
export function registerRest(app: FastifyInstance, options: RestOptions): void {
  const { deps, received } = options;
  void app.register(async (scope) => {
    answerVendorErrors(scope);
    addApiFaults(scope, deps, options.readFaults);
    scope.addHook('onRequest', async (request, reply) => countCall(deps, request, reply));
    scope.addHook('onResponse', async (request, reply) => {
      received.add({
        at: new Date().toISOString(),
        method: request.method,
        path: readPath(request),
        status: reply.statusCode,
        detail: { user: deps.readCaller(request)?.user.email ?? null, body: request.body ?? null },
      });
    });
    registerTicketRoutes(scope, deps);
    registerTicketBulkRoutes(scope, deps);
    registerTicketMergeRoutes(scope, deps);
    registerTicketTagRoutes(scope, deps);
    registerDeletedTicketRoutes(scope, deps);
    registerProblemRoutes(scope, deps);
    registerJobStatusRoutes(scope, deps);
    registerTicketHistoryRoutes(scope, deps);
    registerIncrementalRoutes(scope, deps);
    registerUserRoutes(scope, deps);
    registerUserIdentityRoutes(scope, deps);
    registerTicketFieldRoutes(scope, deps);
    registerUserFieldRoutes(scope, deps);
    registerFormRoutes(scope, deps);
    registerGroupRoutes(scope, deps);
    registerSearchRoutes(scope, deps);
    registerTriggerRoutes(scope, deps);
    registerMacroRoutes(scope, deps);
    registerViewRoutes(scope, deps);
    registerWebhookRoutes(scope, deps);
    registerRequestRoutes(scope, deps);
    registerAppRoutes(scope, deps);
    registerNotifyRoutes(scope, deps);
    registerCurrentTokenRoutes(scope, deps);
  });
}

/** Sends a VendorError as it is, and what the framework refuses (a body that is not JSON) with its own status. */
export function answerVendorErrors(scope: FastifyInstance): void {
  scope.setErrorHandler((error: unknown, _request, reply) => {
    if (error instanceof VendorError) {
      // As JSON, a body that is text too.
      const body = JSON.stringify(error.body);
      return reply.code(error.status).headers(error.headers).type('application/json').send(body);
    }
    if (error instanceof InvalidInputError) {
      const { status, body } = buildRecordInvalid(...error.invalid);
      return reply.code(status).send(body);
    }
    const message = error instanceof Error ? error.message : String(error);
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    return reply.code(status).send({ error: { title: 'Invalid request', message } });
  });
}

/** Who asks, the limits of the account and of the endpoint, then what the token allows. */
function countCall(deps: RestDeps, request: FastifyRequest, reply: FastifyReply): void {
  const caller = requireCaller(deps, request);
  countAccountCall(deps, reply);
  countEndpointCall(deps, request, reply, caller);
  const { scope } = caller;
  if (scope !== undefined && !mayCall(scope, request.method, readPath(request))) throw buildForbidden();
}

/** The literal headers of zendesk.md 8.5, on each answer. */
function countAccountCall({ rates, limits }: RestDeps, reply: FastifyReply): void {
  if (!limits.areOn) return;
  const { limit, remaining, resetsInS, isAllowed } = rates.take(
    'account',
    limits.accountPerMinute,
    MINUTE_MS,
  );
  reply.headers({
    'x-rate-limit': String(limit),
    'ratelimit-limit': String(limit),
    'x-rate-limit-remaining': String(remaining),
    'ratelimit-remaining': String(remaining),
    'ratelimit-reset': String(resetsInS),
  });
  if (!isAllowed) throw buildTooMany(resetsInS);
}
