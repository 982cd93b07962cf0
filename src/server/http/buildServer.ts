import { randomUUID } from 'node:crypto';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { boundHandlers } from './boundHandlers';
import { decorateLimits } from './limits/requestLimits';
import { logRequests } from './logRequests';
import { passExpectations, refuseBytes, refusePath } from './refuseUnreadable';
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
import { SERVER_BOUNDS } from './serverBounds';
import type { ServerBounds } from './serverBounds';
import { watchRoutes } from './watchRoutes';

/** Everything that the routes need of the outside. */
export type ServerDeps = SidebarDeps &
  ZendeskWebhookDeps &
  BillmanagerWebhookDeps &
  ClientDeps & {
    readReadiness: () => Promise<Readiness>;
    telemetry: Telemetry;
    /** Addresses and networks of proxies whose word for the address of a caller is taken. */
    trustedProxies: readonly string[];
  };

/** Keys of entries are facts in words; that of an operator's grant is as long as they like within reason. */
const MAX_PARAM_LENGTH = 500;

/** Assembles the bridge over HTTP. It never listens: that is for whoever asked. */
export function buildServer(deps: ServerDeps, bounds: ServerBounds = SERVER_BOUNDS): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: bounds.bodyBytes,
    requestTimeout: bounds.requestMs,
    connectionTimeout: bounds.silentMs,
    keepAliveTimeout: bounds.idleMs,
    handlerTimeout: bounds.handlerMs,
    http: { headersTimeout: bounds.headersMs, connectionsCheckingInterval: bounds.checkMs },
    trustProxy: [...deps.trustedProxies],
    clientErrorHandler: refuseBytes,
    frameworkErrors: refusePath,
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // A webhook that comes while we close is queued as ever: Zendesk would not send it again after a 503 (zendesk.md 7.4).
    return503OnClosing: false,
  });
  app.server.maxConnections = bounds.connections;
  passExpectations(app.server);
  // A signature covers bytes: no body is parsed before it is believed.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  boundHandlers(app, bounds.handlerMs);
  decorateLimits(app, bounds, deps.clock);
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
