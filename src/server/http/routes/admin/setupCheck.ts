import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { SETUP_CHECK_LIMITS, SETUP_SYSTEMS, setupCheckSchema } from '../../../../contract/setupCheck';
import type { SetupCheck, SetupSystem } from '../../../../contract/setupCheck';
import type { Logger } from '../../../../use-cases/ports/logger';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';
import { HttpError } from '../../toHttpError';

/** What the route needs. */
export type SetupCheckRouteDeps = {
  checkSetup: (system: SetupSystem) => Promise<SetupCheck>;
  logger: Logger;
};

const querySchema = z.strictObject({ system: z.enum(SETUP_SYSTEMS) });

/** `GET /v1/admin/setup?system=`: what a look at Zendesk or at billing finds now. Nothing is mended by it. */
export function registerSetupCheck(app: FastifyInstance, deps: SetupCheckRouteDeps): void {
  const options = {
    handlerTimeout: SETUP_CHECK_LIMITS.routeMs,
    errorHandler: buildErrorHandler(deps.logger, 'zendesk_unavailable'),
  };
  app.get('/v1/admin/setup', options, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpError('bad_request');
    request.logFields['system'] = query.data.system;
    return sendChecked(reply, setupCheckSchema, await deps.checkSetup(query.data.system));
  });
}
