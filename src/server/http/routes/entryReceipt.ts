import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { receiptSchema } from '../../../contract/receipt';
import type { Receipt } from '../../../contract/receipt';
import type { Result } from '../../../domain/result';
import type { Logger } from '../../../use-cases/ports/logger';
import { parseId } from '../parseId';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler, sendRefusal } from '../sendError';
import { HttpError } from '../toHttpError';

/** What the route needs. */
export type EntryReceiptDeps = {
  readEntryReceipt: (billingAccountId: string, key: string) => Promise<Result<Receipt, 'entry_not_found'>>;
  logger: Logger;
};

const TIMEOUT_MS = 8_000;

/** No text in the database holds the character NUL, and none can be asked for it. */
const keySchema = z.object({ key: z.string().regex(/^[^\0]+$/) });

/** `GET /v1/accounts/:id/entries/:key/receipt`: everything about one entry of this very account. */
export function registerEntryReceipt(app: FastifyInstance, deps: EntryReceiptDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'database_unavailable'),
  };
  app.get('/v1/accounts/:id/entries/:key/receipt', options, async (request, reply) => {
    const billingAccountId = parseId(request.params);
    request.logFields['billingAccountId'] = billingAccountId;
    const params = keySchema.safeParse(request.params);
    if (!params.success) throw new HttpError('bad_request');
    const receipt = await deps.readEntryReceipt(billingAccountId, params.data.key);
    if (!receipt.ok) return sendRefusal(request, reply, receipt.reason);
    return sendChecked(reply, receiptSchema, receipt.value);
  });
}
