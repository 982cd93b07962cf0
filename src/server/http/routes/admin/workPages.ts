import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import {
  MAX_WORK_ITEMS,
  WORK_PAGE_KINDS,
  workCountsSchema,
  workPageSchema,
} from '../../../../contract/workPage';
import type { WorkCounts, WorkPageView } from '../../../../contract/workPage';
import type { Logger } from '../../../../use-cases/ports/logger';
import type { WorkPageRequest } from '../../../../use-cases/readWorkList';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';
import { HttpError } from '../../toHttpError';

/** What the routes need. */
export type WorkPagesDeps = {
  readWorkCounts: () => Promise<WorkCounts>;
  readWorkPage: (request: WorkPageRequest) => Promise<WorkPageView>;
  logger: Logger;
};

const TIMEOUT_MS = 8_000;

const paramsSchema = z.object({ kind: z.enum(WORK_PAGE_KINDS) });
const querySchema = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,18}-\d{1,19}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_WORK_ITEMS).default(50),
});

/** `GET /v1/admin/work`: how much there is of each kind. `GET /v1/admin/work/:kind`: a page of one. */
export function registerWorkPages(app: FastifyInstance, deps: WorkPagesDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'database_unavailable'),
  };
  app.get('/v1/admin/work', options, async (_request, reply) =>
    sendChecked(reply, workCountsSchema, await deps.readWorkCounts()),
  );
  app.get('/v1/admin/work/:kind', options, async (request, reply) => {
    const params = paramsSchema.safeParse(request.params);
    if (!params.success) throw new HttpError('not_found');
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpError('bad_request');
    const { kind } = params.data;
    request.logFields['workKind'] = kind;
    const { after, limit } = query.data;
    return sendChecked(reply, workPageSchema, await deps.readWorkPage({ kind, limit, after }));
  });
}
