import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { MAX_REPORT_DAYS, REPORT_NAMES, reportSchema } from '../../../../contract/reports';
import type { Report } from '../../../../contract/reports';
import type { Logger } from '../../../../use-cases/ports/logger';
import { MOVEMENT_KEYS } from '../../../../use-cases/ports/reports';
import type { ReportRequest } from '../../../../use-cases/reports/readReport';
import { sendChecked } from '../../sendChecked';
import { buildErrorHandler } from '../../sendError';
import { HttpError } from '../../toHttpError';
import { toReportSheet } from './toReportSheet';

/** What the route needs. */
export type ReportsDeps = { readReport: (request: ReportRequest) => Promise<Report>; logger: Logger };

const TIMEOUT_MS = 8_000;
const DAY_MS = 86_400_000;

const paramsSchema = z.object({ name: z.enum(REPORT_NAMES) });

/** Both days count. Every report is asked alike; what is outstanding is as of now, whatever the days. */
const querySchema = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    product: z
      .string()
      .regex(/^[a-z0-9_]{0,64}$/)
      .optional(),
    by: z.enum(MOVEMENT_KEYS).default('day'),
    format: z.enum(['json', 'csv']).default('json'),
  })
  .refine(({ from, to }) => {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    return days >= 1 && days <= MAX_REPORT_DAYS;
  });

/** `GET /v1/admin/reports/:name`: a report as JSON, or its rows as CSV. */
export function registerReports(app: FastifyInstance, deps: ReportsDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'database_unavailable'),
  };
  app.get('/v1/admin/reports/:name', options, async (request, reply) => {
    const params = paramsSchema.safeParse(request.params);
    if (!params.success) throw new HttpError('not_found');
    const query = querySchema.safeParse(request.query);
    if (!query.success) throw new HttpError('bad_request');
    const { name } = params.data;
    const { from, to, product, by, format } = query.data;
    request.logFields['report'] = name;
    const report = await deps.readReport({ name, by, range: { from, to, product } });
    if (format === 'json') return sendChecked(reply, reportSchema, report);
    const file = `support-credits-${name}-${by}-${from}-${to}.csv`;
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${file}"`)
      .send(Readable.from(toReportSheet(report, by)));
  });
}
