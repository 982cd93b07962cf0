import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readWireTime } from '../Desk';
import { buildInvalidBase } from '../errors/InvalidInputError';
import { buildRecordNotFound } from '../errors/VendorError';
import type { Placed } from '../package/buildRules';
import type { BuildFacts, Definition } from '../package/readDefinition';
import { isRecord } from '../wire/isRecord';
import type { Collection } from '../world/Collection';
import type { World } from '../world/World';
import { compareRules, moveRule } from './moveRule';
import type { PlacedRule } from './moveRule';
import { readBodyObject, requireAdmin, requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

/** What triggers, macros and views have in common, and where they differ. */
export type RuleKind<Rule extends PlacedRule> = {
  /** The name of one in a body, and the name of a list, which is also the path. */
  one: string;
  many: string;
  rules: Collection<number, Rule>;
  build(id: number, definition: Definition, facts: BuildFacts, place: Placed): Rule;
  /** What is wrong with it, in sentences. */
  check(rule: Rule, world: World): string[];
  /** The rule as a definition, with the changes over it. */
  merge(rule: Rule, changes: Definition): Definition;
  toWire(rule: Rule, baseUrl: string): Record<string, unknown>;
  /** What lists add to each rule of what `?include=` names. */
  sideload?(rule: Rule, names: readonly string[]): Record<string, unknown>;
  /** The status that answers a creation: the vendor's document has 200 for some. */
  createdStatus: 200 | 201;
};

type ById = { Params: { id: string } };
type Asked = { active?: string; sort_by?: string; sort_order?: string; include?: string };
type Listing = { Querystring: Asked };

/** List, active, show, create, update and delete of one kind of rule; agents read, admins write. */
export function registerRuleRoutes<Rule extends PlacedRule>(
  app: FastifyInstance,
  deps: RestDeps,
  kind: RuleKind<Rule>,
): void {
  const { desk } = deps;
  const path = `/api/v2/${kind.many}`;
  const toAnswer = (rule: Rule) => ({ [kind.one]: kind.toWire(rule, desk.baseUrl()) });

  app.get<Listing>(path, async (request) => listRules(deps, kind, request, request.query));
  app.get<Listing>(`${path}/active`, async (request) =>
    listRules(deps, kind, request, { ...request.query, active: 'true' }),
  );
  app.get<ById>(`${path}/:id`, async (request) => {
    requireStaff(deps, request);
    return toAnswer(requireRule(kind, request.params.id));
  });
  app.post(path, async (request, reply) => {
    requireAdmin(deps, request);
    const rule = saveRule(deps, kind, undefined, readBodyObject(request, kind.one));
    return reply.code(kind.createdStatus).send(toAnswer(rule));
  });
  app.put<ById>(`${path}/:id`, async (request) => {
    requireAdmin(deps, request);
    const rule = requireRule(kind, request.params.id);
    return toAnswer(saveRule(deps, kind, rule, readBodyObject(request, kind.one)));
  });
  app.delete<ById>(`${path}/:id`, async (request, reply) => {
    requireAdmin(deps, request);
    kind.rules.remove(requireRule(kind, request.params.id).id);
    return reply.code(204).send();
  });
}

/** Rules that match, by position or as `sort_by` and `sort_order` ask, one page of them. */
export function listRules<Rule extends PlacedRule>(
  deps: RestDeps,
  kind: RuleKind<Rule>,
  request: FastifyRequest,
  asked: Asked,
  matches: (rule: Rule) => boolean = () => true,
): Record<string, unknown> {
  requireStaff(deps, request);
  const rules = kind.rules.filter(
    (rule) => (asked.active === undefined || String(rule.active) === asked.active) && matches(rule),
  );
  rules.sort(compareRules(asked.sort_by));
  if (asked.sort_order === 'desc') rules.reverse();
  const { baseUrl } = deps.desk;
  const page = toPage(rules, request, baseUrl());
  const included = (asked.include ?? '').split(',');
  const toItem = (rule: Rule) => ({ ...kind.toWire(rule, baseUrl()), ...kind.sideload?.(rule, included) });
  return { [kind.many]: page.items.map(toItem), ...page.rest };
}

/** The rule of this id; throws 404 when there is none. */
export function requireRule<Rule extends PlacedRule>(kind: Pick<RuleKind<Rule>, 'rules'>, id: string): Rule {
  const rule = kind.rules.get(Number(id));
  if (rule === undefined) throw buildRecordNotFound();
  return rule;
}

function saveRule<Rule extends PlacedRule>(
  { desk }: RestDeps,
  kind: RuleKind<Rule>,
  earlier: Rule | undefined,
  input: unknown,
): Rule {
  const { world } = desk;
  const changes = isRecord(input) ? input : {};
  const facts = { nextId: () => world.ids.nextId(), appName: null, now: readWireTime(desk.clock) };
  const rule = kind.build(
    earlier?.id ?? world.ids.nextId(),
    earlier === undefined ? changes : kind.merge(earlier, changes),
    facts,
    { earlier, position: kind.rules.size() + 1 },
  );
  const problems = kind.check(rule, world);
  if (problems.length > 0) throw buildInvalidBase(...problems);
  kind.rules.put(rule);
  if (typeof changes.position === 'number') moveRule(kind.rules, rule.id, changes.position);
  return kind.rules.get(rule.id) ?? rule;
}
