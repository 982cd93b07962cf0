import type { FastifyInstance } from 'fastify';
import { buildRecordNotFound } from '../errors/VendorError';
import { toWireTicketField } from '../wire/toWireTicketField';
import { toWireUserField } from '../wire/toWireUserField';
import { requireCaller, requireStaff } from './require';
import type { RestDeps } from './RestDeps';

type ById = { Params: { id: string } };

/** Custom ticket fields, which end users may read too, and user fields. System fields are not among them. */
export function registerFieldRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;

  app.get('/api/v2/ticket_fields', async (request) => {
    requireCaller(deps, request);
    const fields = world.ticketFields.all();
    return {
      ticket_fields: fields.map((field) => toWireTicketField(field, desk.baseUrl())),
      count: fields.length,
      next_page: null,
      previous_page: null,
    };
  });

  app.get<ById>('/api/v2/ticket_fields/:id', async (request) => {
    requireCaller(deps, request);
    const field = world.ticketFields.get(Number(request.params.id));
    if (field === undefined) throw buildRecordNotFound();
    return { ticket_field: toWireTicketField(field, desk.baseUrl()) };
  });

  app.get('/api/v2/user_fields', async (request) => {
    requireStaff(deps, request);
    const fields = world.userFields.all();
    return {
      user_fields: fields.map((field) => toWireUserField(field, desk.baseUrl())),
      count: fields.length,
      next_page: null,
      previous_page: null,
    };
  });
}
