import type { FastifyInstance } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import { buildBadRequest, buildRecordInvalid } from '../errors/VendorError';
import type { JobTask } from '../jobs/runTask';
import { closeMerged, requireMergeTarget, tellTarget } from '../tickets/mergeTickets';
import type { MergeComment } from '../tickets/mergeTickets';
import { isRecord } from '../wire/isRecord';
import { toWireJob } from '../wire/toWireJob';
import { requireBulk } from './parseIdList';
import { requireStaff, requireTicket, toOrigin } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };

/** Merging tickets into another one, by a job: the sources one after the other, then the target (zendesk.md 8.2). */
export function registerTicketMergeRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk, jobs } = deps;

  app.post<ById>('/api/v2/tickets/:id/merge', async (request) => {
    const caller = requireStaff(deps, request);
    const origin = toOrigin(caller);
    const targetId = request.params.id;
    requireMergeTarget(requireTicket(deps, targetId));
    const { ids, sourceComment, targetComment } = readMerge(request.body);
    const merged: SimTicket[] = [];
    const close = (id: number): JobTask => ({
      action: 'update',
      id,
      run: () => {
        const source = requireTicket(deps, String(id));
        const target = requireTicket(deps, targetId);
        requireMergeTarget(target);
        closeMerged(desk, { source, target, comment: sourceComment }, origin);
        merged.push(source);
        return id;
      },
    });
    const tell: JobTask = {
      action: 'update',
      id: Number(targetId),
      run: () => {
        const target = requireTicket(deps, targetId);
        if (merged.length === 0) throw buildNothingMerged();
        tellTarget(desk, { sources: merged, target, comment: targetComment }, origin);
        return target.id;
      },
    };
    const job = jobs.start('Merge Tickets', [...ids.map(close), tell]);
    return { job_status: toWireJob(job, desk.baseUrl()) };
  });
}

function readMerge(body: unknown): {
  ids: number[];
  sourceComment: MergeComment;
  targetComment: MergeComment;
} {
  const input = isRecord(body) ? body : {};
  if (!Array.isArray(input.ids)) throw buildBadRequest('ids must be a list');
  const ids = [...new Set(input.ids.map(Number))];
  requireBulk(ids.length, 'ids');
  return {
    ids,
    sourceComment: readComment(input.source_comment, input.source_comment_is_public),
    targetComment: readComment(input.target_comment, input.target_comment_is_public),
  };
}

function readComment(body: unknown, isPublic: unknown): MergeComment {
  if (typeof body !== 'string' || body.trim() === '') return undefined;
  return { body, isPublic: isPublic === true };
}

function buildNothingMerged() {
  const description = 'None of the tickets could be merged';
  return buildRecordInvalid({ field: 'base', description, error: 'InvalidValue' });
}
