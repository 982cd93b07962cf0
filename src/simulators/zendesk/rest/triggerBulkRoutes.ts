import type { FastifyInstance } from 'fastify';
import type { SimTrigger } from '../entities/SimTrigger';
import { buildInvalidBase } from '../errors/InvalidInputError';
import { buildBadRequest } from '../errors/VendorError';
import { readRecords } from '../package/readDefinition';
import { isRecord } from '../wire/isRecord';
import { moveRule, orderRules } from './moveRule';
import { requireAdmin } from './require';
import type { RestDeps } from './RestDeps';
import { listRules, requireRule } from './ruleRoutes';
import type { RuleKind } from './ruleRoutes';

type ByIds = { Querystring: { ids?: string } };

/** Order, update and deletion of several triggers at once, for admins. */
export function registerTriggerBulkRoutes(
  app: FastifyInstance,
  deps: RestDeps,
  kind: RuleKind<SimTrigger>,
): void {
  const { triggers } = deps.desk.world;

  app.put('/api/v2/triggers/reorder', async (request) => {
    requireAdmin(deps, request);
    const body = isRecord(request.body) ? request.body : {};
    const ids: unknown[] = Array.isArray(body.trigger_ids) ? body.trigger_ids : [];
    const known = ids.map((id) => requireRule(kind, String(id)).id);
    // Every active trigger must be named (from memory of the vendor's documentation).
    const missing = triggers.find((trigger) => trigger.active && !known.includes(trigger.id));
    if (missing !== undefined) throw buildInvalidBase(`trigger_ids lacks ${String(missing.id)}.`);
    orderRules(triggers, known);
    return listRules(deps, kind, request, {});
  });

  app.put('/api/v2/triggers/update_many', async (request) => {
    requireAdmin(deps, request);
    const entries = readRecords(isRecord(request.body) ? request.body.triggers : undefined);
    if (entries.length === 0) throw buildBadRequest('triggers must be a list of {id, active, position}');
    const ids = entries.map((entry) => requireRule(kind, String(entry.id)).id);
    entries.forEach((entry, index) => {
      const trigger = requireRule(kind, String(ids[index]));
      if (typeof entry.active === 'boolean') triggers.put({ ...trigger, active: entry.active });
      if (typeof entry.position === 'number') moveRule(triggers, trigger.id, entry.position);
    });
    return listRules(deps, kind, request, {}, (trigger) => ids.includes(trigger.id));
  });

  app.delete<ByIds>('/api/v2/triggers/destroy_many', async (request, reply) => {
    requireAdmin(deps, request);
    const found = (request.query.ids ?? '').split(',').map((id) => requireRule(kind, id));
    for (const { id } of found) triggers.remove(id);
    return reply.code(204).send();
  });
}
