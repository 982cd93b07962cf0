import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readWireTime } from '../Desk';
import type { SimTrigger } from '../entities/SimTrigger';
import { buildRecordInvalid, buildRecordNotFound } from '../errors/VendorError';
import { checkRule } from '../triggers/checkRule';
import { parseActions, parseConditions } from '../triggers/parseRule';
import { isRecord } from '../wire/isRecord';
import { toWireTrigger } from '../wire/toWireTrigger';
import { readBodyObject, requireAdmin, requireStaff } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };

/** Triggers: list, active, show, update (zendesk.md 6.1). */
export function registerTriggerRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const list = (request: FastifyRequest, matches: (trigger: SimTrigger) => boolean) => {
    requireStaff(deps, request);
    const triggers = world.triggers.filter(matches).sort((one, other) => one.position - other.position);
    return {
      triggers: triggers.map((trigger) => toWireTrigger(trigger, desk.baseUrl())),
      count: triggers.length,
      next_page: null,
      previous_page: null,
    };
  };

  app.get('/api/v2/triggers', async (request) => list(request, () => true));
  app.get('/api/v2/triggers/active', async (request) => list(request, (trigger) => trigger.active));

  app.get<ById>('/api/v2/triggers/:id', async (request) => {
    requireStaff(deps, request);
    return { trigger: toWireTrigger(requireTrigger(deps, request.params.id), desk.baseUrl()) };
  });

  app.put<ById>('/api/v2/triggers/:id', async (request) => {
    requireAdmin(deps, request);
    const trigger = requireTrigger(deps, request.params.id);
    const updated = applyInput(trigger, readBodyObject(request, 'trigger'));
    const problems = checkRule(updated, world);
    if (problems.length > 0) {
      throw buildRecordInvalid(
        ...problems.map((description) => ({ field: 'base', description, error: 'InvalidValue' })),
      );
    }
    world.triggers.put({ ...updated, updated_at: readWireTime(desk.clock) });
    return { trigger: toWireTrigger(requireTrigger(deps, request.params.id), desk.baseUrl()) };
  });
}

function requireTrigger({ desk }: RestDeps, id: string): SimTrigger {
  const trigger = desk.world.triggers.get(Number(id));
  if (trigger === undefined) throw buildRecordNotFound();
  return trigger;
}

/** Sending conditions or actions replaces both; `all` and `any` may also stand at the top (zendesk.md 6.1). */
function applyInput(trigger: SimTrigger, input: unknown): SimTrigger {
  if (!isRecord(input)) return trigger;
  const conditions =
    input.conditions ?? (input.all || input.any ? { all: input.all, any: input.any } : undefined);
  const replacesRules = conditions !== undefined || input.actions !== undefined;
  return {
    ...trigger,
    ...(typeof input.title === 'string' && { title: input.title }),
    ...(typeof input.description === 'string' && { description: input.description }),
    ...(typeof input.active === 'boolean' && { active: input.active }),
    ...(typeof input.position === 'number' && { position: input.position }),
    ...(replacesRules && { conditions: parseConditions(conditions), actions: parseActions(input.actions) }),
  };
}
