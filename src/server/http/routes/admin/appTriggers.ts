import type { FastifyInstance } from 'fastify';
import { appTriggersSchema } from '../../../../contract/triggers';
import type { AppTriggers } from '../../../../contract/triggers';
import type { Logger } from '../../../../use-cases/ports/logger';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';

/** What the route needs. */
export type AppTriggersDeps = { readAppTriggers: () => Promise<AppTriggers>; logger: Logger };

/** The app stops waiting after 12 s. */
const TIMEOUT_MS = 11_000;

/** `GET /v1/admin/triggers`: the app's triggers as Zendesk has them now, against the shipped ones. */
export function registerAppTriggers(app: FastifyInstance, deps: AppTriggersDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'zendesk_unavailable'),
  };
  app.get('/v1/admin/triggers', options, async (_request, reply) =>
    sendChecked(reply, appTriggersSchema, await deps.readAppTriggers()),
  );
}
