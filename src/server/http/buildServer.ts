import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { logRequests } from './logRequests';
import { registerBillmanagerWebhook } from './routes/billmanagerWebhook';
import type { BillmanagerWebhookDeps } from './routes/billmanagerWebhook';
import { registerClientRoutes } from './routes/clientRoutes';
import type { ClientDeps } from './routes/clientRoutes';
import { registerHealth } from './routes/health';
import type { Readiness } from './routes/health';
import { registerSidebarRoutes } from './routes/sidebarRoutes';
import type { SidebarDeps } from './routes/sidebarRoutes';
import { registerZendeskWebhook } from './routes/zendeskWebhook';
import type { ZendeskWebhookDeps } from './routes/zendeskWebhook';
import { buildErrorHandler, sendRefusal } from './sendError';
import { watchRoutes } from './watchRoutes';

/** Everything that the routes need of the outside. */
export type ServerDeps = SidebarDeps &
  ZendeskWebhookDeps &
  BillmanagerWebhookDeps &
  ClientDeps & { readReadiness: () => Promise<Readiness>; telemetry: Telemetry };

/** Keys of entries are facts in words; that of an operator's grant is as long as they like within reason. */
const MAX_PARAM_LENGTH = 500;

/** The largest body that is asked for holds three ids. */
const MAX_BODY_BYTES = 64 * 1024;
const RECEIVE_TIMEOUT_MS = 10_000;
const HANDLER_TIMEOUT_MS = 15_000;

/** Assembles the bridge over HTTP. It never listens: that is for whoever asked. */
export function buildServer(deps: ServerDeps): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: RECEIVE_TIMEOUT_MS,
    handlerTimeout: HANDLER_TIMEOUT_MS,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // A webhook that comes while we close is queued as ever: Zendesk would not send it again after a 503 (zendesk.md 7.4).
    return503OnClosing: false,
  });
  // A signature covers bytes: no body is parsed before it is believed.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  logRequests(app, deps);
  watchRoutes(app, deps.telemetry);
  app.setErrorHandler(buildErrorHandler(deps.logger));
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, 'not_found'));
  registerZendeskWebhook(app, deps);
  registerBillmanagerWebhook(app, deps);
  registerSidebarRoutes(app, deps);
  registerClientRoutes(app, deps);
  registerHealth(app, deps.readReadiness);
  return app;
}
