import type { FastifyInstance } from 'fastify';
import { buildRecordNotFound } from '../errors/VendorError';
import { toWireJob } from '../wire/toWireJob';
import { parseIdList } from './parseIdList';
import { requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
type ByIds = { Querystring: { ids?: string } };

/** How far the jobs of the account are (zendesk.md 8.2). */
export function registerJobStatusRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk, jobs } = deps;

  app.get('/api/v2/job_statuses', async (request) => {
    requireStaff(deps, request);
    const page = toPage(jobs.list(), request, desk.baseUrl());
    return { job_statuses: page.items.map((job) => toWireJob(job, desk.baseUrl())), ...page.rest };
  });

  app.get<ByIds>('/api/v2/job_statuses/show_many', async (request) => {
    requireStaff(deps, request);
    const found = parseIdList(request.query.ids).flatMap((id) => jobs.find(id) ?? []);
    return { job_statuses: found.map((job) => toWireJob(job, desk.baseUrl())) };
  });

  app.get<ById>('/api/v2/job_statuses/:id', async (request) => {
    requireStaff(deps, request);
    const job = jobs.find(request.params.id);
    if (job === undefined) throw buildRecordNotFound();
    return { job_status: toWireJob(job, desk.baseUrl()) };
  });
}
