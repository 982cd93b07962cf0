import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SimTicket } from '../entities/SimTicket';
import type { SimUser } from '../entities/SimUser';
import { searchAccount } from '../search/searchAccount';
import { toWireTicket } from '../wire/toWireTicket';
import { toWireUser } from '../wire/toWireUser';
import { requireStaff } from './require';
import type { RestDeps } from './RestDeps';
import { toPage } from './toPage';

type Search = { Querystring: { query?: string; sort_by?: string; sort_order?: string } };

/** One search over tickets and people, and how many it finds. */
export function registerSearchRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  const { world } = desk;
  const toResult = (found: SimTicket | SimUser) =>
    'subject' in found
      ? { ...toWireTicket(found, world, desk.baseUrl()), result_type: 'ticket' }
      : { ...toWireUser(found, world, desk.baseUrl()), result_type: 'user' };
  const find = (request: FastifyRequest<Search>) => {
    requireStaff(deps, request);
    const { query = '', sort_by: sortBy, sort_order: order } = request.query;
    return sort(searchAccount(world, query), sortBy, order);
  };

  app.get<Search>('/api/v2/search', async (request) => {
    const page = toPage(find(request), request, desk.baseUrl());
    return { results: page.items.map(toResult), facets: null, ...page.rest };
  });
  app.get<Search>('/api/v2/search/count', async (request) => ({ count: find(request).length }));
}

/** By a time, newest first unless told otherwise; in the order of relevance, here of coming, without `sort_by`. */
function sort<Found extends SimTicket | SimUser>(
  found: Found[],
  sortBy: string | undefined,
  order = 'desc',
): Found[] {
  if (sortBy !== 'created_at' && sortBy !== 'updated_at') return found;
  const sign = order === 'asc' ? 1 : -1;
  return found.sort((one, other) => sign * one[sortBy].localeCompare(other[sortBy]));
}
