import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { entriesPageSchema, MAX_ENTRIES_LIMIT } from '../../../contract/entriesPage';
import type { EntriesPage } from '../../../contract/entriesPage';
import type { Logger } from '../../../use-cases/ports/logger';
import type { EntriesPageRequest } from '../../../use-cases/views/readEntriesPage';
import { parseId } from '../parseId';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler } from '../sendError';
import { HttpError } from '../toHttpError';

/** What the route needs. */
export type AccountEntriesDeps = {
  readEntriesPage: (request: EntriesPageRequest) => Promise<EntriesPage>;
  logger: Logger;
};

const TIMEOUT_MS = 8_000;

/** `before` is a number of an entry in its account. */
const querySchema = z.strictObject({
  before: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional(),
  ticket: z
    .string()
    .regex(/^[1-9]\d{0,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(MAX_ENTRIES_LIMIT).default(20),
});

/** `GET /v1/accounts/:id/entries`: a page of a client's history; of a client who was never seen it is empty. */
export function registerAccountEntries(app: FastifyInstance, deps: AccountEntriesDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'database_unavailable'),
  };
  app.get('/v1/accounts/:id/entries', options, async (request, reply) => {
    const billingAccountId = parseId(request.params);
    request.logFields['billingAccountId'] = billingAccountId;
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpError('bad_request');
    const { before, ticket, limit } = query.data;
    const page = await deps.readEntriesPage({
      billingAccountId,
      limit,
      ...(before === undefined ? {} : { beforeSeq: before }),
      ...(ticket === undefined ? {} : { ticketId: ticket }),
    });
    return sendChecked(reply, entriesPageSchema, page);
  });
}
