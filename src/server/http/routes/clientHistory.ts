import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { clientEntriesPageSchema, clientReceiptSchema } from '../../../contract/clientEntries';
import type { ClientEntriesPage, ClientReceipt } from '../../../contract/clientEntries';
import type { Result } from '../../../domain/result';
import type { Logger } from '../../../use-cases/ports/logger';
import type { ClientPageRequest } from '../../../use-cases/views/client/readClientEntries';
import { readPersonId } from '../requirePerson';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler, sendRefusal } from '../sendError';
import { HttpError } from '../toHttpError';

/** What the routes need. */
export type ClientHistoryDeps = {
  readClientEntries: (userId: string, request: ClientPageRequest) => Promise<ClientEntriesPage>;
  readClientReceipt: (userId: string, number: number) => Promise<Result<ClientReceipt, 'entry_not_found'>>;
  logger: Logger;
};

const TIMEOUT_MS = 7_500;

const PAGE = 20;

/** Entries of an account are numbered from 1. */
const entryNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const querySchema = z.strictObject({ before: entryNumber.optional() });
const paramsSchema = z.object({ number: entryNumber });

/**
 * `GET /v1/client/entries?before=`: a page of the own history. `GET /v1/client/entries/:number/receipt`: everything about one
 * entry of it.
 */
export function registerClientHistory(app: FastifyInstance, deps: ClientHistoryDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'database_unavailable'),
  };
  app.get('/v1/client/entries', options, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpError('bad_request');
    const { before } = query.data;
    const page = { limit: PAGE, ...(before === undefined ? {} : { beforeSeq: before }) };
    const entries = await deps.readClientEntries(readPersonId(request), page);
    return sendChecked(reply, clientEntriesPageSchema, entries);
  });
  app.get('/v1/client/entries/:number/receipt', options, async (request, reply) => {
    const params = paramsSchema.safeParse(request.params);
    if (!params.success) throw new HttpError('bad_request');
    const receipt = await deps.readClientReceipt(readPersonId(request), params.data.number);
    if (!receipt.ok) return sendRefusal(request, reply, receipt.reason);
    return sendChecked(reply, clientReceiptSchema, receipt.value);
  });
}
