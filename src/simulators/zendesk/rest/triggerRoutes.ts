import type { FastifyInstance } from 'fastify';
import type { Desk } from '../Desk';
import type { SimTrigger } from '../entities/SimTrigger';
import { buildTrigger } from '../package/buildRules';
import type { Definition } from '../package/readDefinition';
import { checkTrigger } from '../triggers/checkRule';
import { readUses } from '../triggers/triggerUses';
import { toWireTrigger } from '../wire/toWireTrigger';
import type { RestDeps } from './RestDeps';
import { listRules, registerRuleRoutes } from './ruleRoutes';
import type { RuleKind } from './ruleRoutes';
import { registerTriggerBulkRoutes } from './triggerBulkRoutes';
import { registerTriggerDefinitions } from './triggerDefinitions';

type Search = {
  Querystring: { query?: string; active?: string; sort_by?: string; sort_order?: string; include?: string };
};

/** Triggers (zendesk.md 6.1): read and write, search, order, several at once, how often they fired, and what may stand in them. */
export function registerTriggerRoutes(app: FastifyInstance, deps: RestDeps): void {
  const kind = buildTriggerKind(deps.desk);
  registerTriggerDefinitions(app, deps);
  registerTriggerBulkRoutes(app, deps, kind);
  app.get<Search>('/api/v2/triggers/search', async (request) => {
    const words = (request.query.query ?? '').toLowerCase();
    return listRules(deps, kind, request, request.query, (trigger) =>
      trigger.title.toLowerCase().includes(words),
    );
  });
  registerRuleRoutes(app, deps, kind);
}

function buildTriggerKind(desk: Desk): RuleKind<SimTrigger> {
  return {
    one: 'trigger',
    many: 'triggers',
    rules: desk.world.triggers,
    build: buildTrigger,
    check: checkTrigger,
    merge: mergeTrigger,
    toWire: toWireTrigger,
    sideload: (trigger, names) => readUses(desk, trigger, names),
    createdStatus: 201,
  };
}

/** Sending conditions or actions replaces both (zendesk.md 6.1). */
function mergeTrigger(trigger: SimTrigger, changes: Definition): Definition {
  const { conditions, all, any, actions } = changes;
  const isReplaced = [conditions, all, any, actions].some((part) => part !== undefined);
  return {
    ...trigger,
    ...changes,
    ...(isReplaced && { conditions: conditions ?? { all, any }, actions: actions ?? [] }),
  };
}
