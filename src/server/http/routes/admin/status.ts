import type { FastifyInstance } from 'fastify';
import { bridgeStatusSchema } from '../../../../contract/bridgeStatus';
import type { BridgeStatus } from '../../../../contract/bridgeStatus';
import type { Logger } from '../../../../use-cases/ports/logger';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';

/** What the route needs. */
export type StatusRouteDeps = { readStatus: () => Promise<BridgeStatus>; logger: Logger };

const TIMEOUT_MS = 8_000;

/** `GET /v1/admin/status`: how the bridge fares, over all replicas. */
export function registerStatus(app: FastifyInstance, deps: StatusRouteDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'database_unavailable'),
  };
  app.get('/v1/admin/status', options, async (_request, reply) =>
    sendChecked(reply, bridgeStatusSchema, await deps.readStatus()),
  );
}
