import type { FastifyRequest } from 'fastify';

const MAX_PER_PAGE = 100;

/** One page of a list, with the vendor's offset pagination: `?page=` from 1, `?per_page=` up to 100. */
export function toPage<Item>(
  items: readonly Item[],
  request: FastifyRequest,
  baseUrl: string,
): { items: Item[]; rest: { count: number; next_page: string | null; previous_page: string | null } } {
  const asked = new URL(request.url, baseUrl);
  const page = readPositive(asked.searchParams.get('page')) ?? 1;
  const perPage = Math.min(readPositive(asked.searchParams.get('per_page')) ?? MAX_PER_PAGE, MAX_PER_PAGE);
  const toUrl = (number: number): string => {
    const url = new URL(asked);
    url.searchParams.set('page', String(number));
    return url.toString();
  };
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    rest: {
      count: items.length,
      next_page: page * perPage < items.length ? toUrl(page + 1) : null,
      previous_page: page > 1 ? toUrl(page - 1) : null,
    },
  };
}

function readPositive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
