import type { FastifyInstance } from 'fastify';
import type { SimView } from '../entities/SimView';
import { buildView } from '../package/buildRules';
import type { Definition } from '../package/readDefinition';
import { checkView } from '../triggers/checkRule';
import { readViewTickets } from '../views/readViewTickets';
import { isRecord } from '../wire/isRecord';
import { toWireTicket } from '../wire/toWireTicket';
import { toWireView } from '../wire/toWireView';
import { requireStaff, toOrigin } from './require';
import type { RestDeps } from './RestDeps';
import { registerRuleRoutes, requireRule } from './ruleRoutes';
import { toPage } from './toPage';

type ById = { Params: { id: string } };
type ByIds = { Querystring: { ids?: string } };

/** Views, and the tickets for which their conditions hold now. */
export function registerViewRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const kind = { rules: world.views };
  registerRuleRoutes<SimView>(app, deps, {
    ...kind,
    one: 'view',
    many: 'views',
    build: buildView,
    check: checkView,
    merge: mergeView,
    toWire: toWireView,
    createdStatus: 200,
  });

  app.get<ById>('/api/v2/views/:id/tickets', async (request) => {
    const origin = toOrigin(requireStaff(deps, request));
    const tickets = readViewTickets(desk, requireRule(kind, request.params.id), origin);
    const page = toPage(tickets, request, desk.baseUrl());
    return { tickets: page.items.map((one) => toWireTicket(one, world, desk.baseUrl())), ...page.rest };
  });

  app.get<ById>('/api/v2/views/:id/count', async (request) => {
    const origin = toOrigin(requireStaff(deps, request));
    const view = requireRule(kind, request.params.id);
    return { view_count: toCount(view, readViewTickets(desk, view, origin).length, desk.baseUrl()) };
  });

  app.get<ByIds>('/api/v2/views/count_many', async (request) => {
    const origin = toOrigin(requireStaff(deps, request));
    const views = (request.query.ids ?? '').split(',').flatMap((id) => world.views.get(Number(id)) ?? []);
    return {
      view_counts: views.map((view) =>
        toCount(view, readViewTickets(desk, view, origin).length, desk.baseUrl()),
      ),
    };
  });
}

/** The vendor keeps counts for a while and says so by `fresh`; the simulator counts anew each time. */
function toCount({ id }: SimView, value: number, baseUrl: string) {
  const url = `${baseUrl}/api/v2/views/${String(id)}/count.json`;
  return { view_id: id, url, value, pretty: String(value), fresh: true };
}

/** Conditions are replaced as a whole, the output by what is given of it. */
function mergeView(view: SimView, changes: Definition): Definition {
  const { all, any, conditions, output } = changes;
  const isReplaced = all !== undefined || any !== undefined || conditions !== undefined;
  return {
    ...view,
    ...changes,
    ...(isReplaced && { conditions: conditions ?? { all, any } }),
    output: { ...view.output, ...(isRecord(output) && output) },
  };
}
