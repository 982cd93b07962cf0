import type { FastifyInstance } from 'fastify';
import type { SimMacro } from '../entities/SimMacro';
import type { AppliedMacro } from '../macros/applyMacro';
import { applyMacro } from '../macros/applyMacro';
import { buildRecordNotFound } from '../errors/VendorError';
import { buildMacro } from '../package/buildRules';
import { toHtmlBody } from '../tickets/toHtmlBody';
import { checkMacro } from '../triggers/checkRule';
import { toWireMacro } from '../wire/toWireMacro';
import { toWireTicket } from '../wire/toWireTicket';
import { requireStaff, requireTicket, toOrigin } from './require';
import type { RestDeps } from './RestDeps';
import { registerRuleRoutes } from './ruleRoutes';

type OnTicket = { Params: { id: string; macroId: string } };

/** Macros, and what one of them would make of a ticket. */
export function registerMacroRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  registerRuleRoutes<SimMacro>(app, deps, {
    one: 'macro',
    many: 'macros',
    rules: world.macros,
    build: buildMacro,
    check: checkMacro,
    merge: (macro, changes) => ({ ...macro, ...changes }),
    toWire: toWireMacro,
    createdStatus: 200,
  });

  app.get<OnTicket>('/api/v2/tickets/:id/macros/:macroId/apply', async (request) => {
    const caller = requireStaff(deps, request);
    const ticket = requireTicket(deps, request.params.id);
    const macro = world.macros.get(Number(request.params.macroId));
    if (macro === undefined || !macro.active) throw buildRecordNotFound();
    const applied = applyMacro(desk, macro, ticket, toOrigin(caller));
    return {
      result: {
        ticket: {
          ...toWireTicket(applied.ticket, world, desk.baseUrl()),
          ...(applied.comment && { comment: toWireComment(applied.comment) }),
        },
      },
    };
  });
}

/** The form of the vendor's example, from memory; `scoped_body` is the text for every channel. */
function toWireComment({ body, isHtml, public: isPublic }: NonNullable<AppliedMacro['comment']>) {
  return {
    body,
    html_body: isHtml ? body : toHtmlBody(body),
    scoped_body: [['channel:all', body]],
    ...(isPublic !== undefined && { public: isPublic }),
  };
}
