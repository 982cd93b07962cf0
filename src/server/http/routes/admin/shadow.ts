import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { MAX_SHADOW_SHEET_TICKETS, MAX_SHADOW_TICKETS, shadowPageSchema } from '../../../../contract/shadow';
import type { ShadowPage } from '../../../../contract/shadow';
import type { Clock } from '../../../../use-cases/ports/clock';
import type { Logger } from '../../../../use-cases/ports/logger';
import type { ComparedRange } from '../../../../use-cases/shadow/comparePage';
import { toShadowSince } from '../../../../use-cases/shadow/toShadowSince';
import { toShadowSheet } from '../../../toShadowSheet';
import type { ShadowRow } from '../../../toShadowSheet';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';
import { HttpError } from '../../toHttpError';

/** What the route needs. */
export type ShadowRouteDeps = {
  readShadowPage: (range: ComparedRange) => Promise<ShadowPage>;
  /** As pages, up to so many tickets. */
  compareTickets: (range: Omit<ComparedRange, 'limit'> & { max: number }) => AsyncIterable<ShadowRow[]>;
  /** Whether the sheet has a column for billing's own count. */
  isNativeCounted: boolean;
  clock: Clock;
  logger: Logger;
};

/** The app stops waiting after 12 s. */
const TIMEOUT_MS = 11_000;

const querySchema = z.strictObject({
  since: z.iso.datetime().optional(),
  after: z
    .string()
    .regex(/^\d{1,19}$/)
    .default(''),
  limit: z.coerce.number().int().min(1).max(MAX_SHADOW_TICKETS).default(50),
  format: z.enum(['json', 'csv']).default('json'),
});

/** `GET /v1/admin/shadow`: what shadow mode would have done against what staff did; a page as JSON, or a sheet as CSV. */
export function registerShadow(app: FastifyInstance, deps: ShadowRouteDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'zendesk_unavailable'),
  };
  app.get('/v1/admin/shadow', options, async (request, reply) => {
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpError('bad_request');
    const { after, limit, format } = query.data;
    const since = query.data.since ?? toShadowSince(deps.clock.now());
    if (format === 'json')
      return sendChecked(reply, shadowPageSchema, await deps.readShadowPage({ since, after, limit }));
    // Read as a whole before the first byte: a failure in the middle would look like a short sheet.
    const lines: string[] = [];
    const pages = deps.compareTickets({ since, after, max: MAX_SHADOW_SHEET_TICKETS });
    for await (const line of toShadowSheet(pages, deps.isNativeCounted)) lines.push(line);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="support-credits-shadow.csv"')
      .send(lines.join(''));
  });
}
