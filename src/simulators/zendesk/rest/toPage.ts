import type { FastifyRequest } from 'fastify';

const MAX_PER_PAGE = 100;

/** One page of a list, and what the answer says about where it stands. */
export type Page<Item> = { items: Item[]; rest: Record<string, unknown> };

/**
 * One page of a list, in either way of paging of the vendor: by cursor with `?page[size]=`, `page[after]=` or `page[before]=`, else by
 * offset with `?page=` from 1 and `?per_page=`; up to 100 a page.
 */
export function toPage<Item extends { id: number | string }>(
  items: readonly Item[],
  request: FastifyRequest,
  baseUrl: string,
): Page<Item> {
  const asked = new URL(request.url, baseUrl);
  const isByCursor = [...asked.searchParams.keys()].some((key) => key.startsWith('page['));
  return isByCursor ? toCursorPage(items, asked) : toOffsetPage(items, asked);
}

function toOffsetPage<Item>(items: readonly Item[], asked: URL): Page<Item> {
  const page = readPositive(asked.searchParams.get('page')) ?? 1;
  const perPage = readSize(asked.searchParams.get('per_page'));
  const toUrl = (number: number): string => withParams(asked, { page: String(number) });
  return {
    items: items.slice((page - 1) * perPage, page * perPage),
    rest: {
      count: items.length,
      next_page: page * perPage < items.length ? toUrl(page + 1) : null,
      previous_page: page > 1 ? toUrl(page - 1) : null,
    },
  };
}

/**
 * One page of a list of the webhooks API, which pages by cursor whether it is asked to or not and leaves out what there
 * is not (zendesk-openapi.json, Webhooks_PaginationMeta).
 */
export function toWebhookPage<Item extends { id: number | string }>(
  items: readonly Item[],
  request: FastifyRequest,
  baseUrl: string,
): Page<Item> {
  const { items: shown, rest } = toCursorPage(items, new URL(request.url, baseUrl));
  const given = (part: object) =>
    Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
  return { items: shown, rest: { meta: given(rest.meta), links: given(rest.links) } };
}

/** A cursor names the item that it stands at, so that a page stays where it is when others come or go. */
function toCursorPage<Item extends { id: number | string }>(
  items: readonly Item[],
  asked: URL,
): { items: Item[]; rest: { meta: object; links: object } } {
  const size = readSize(asked.searchParams.get('page[size]'));
  const after = findCursor(items, asked.searchParams.get('page[after]'));
  const before = findCursor(items, asked.searchParams.get('page[before]'));
  const end = before === -1 ? Math.min(after + 1 + size, items.length) : before;
  const start = before === -1 ? after + 1 : Math.max(0, before - size);
  const [first, last] = [items[start], items[end - 1]];
  const hasItems = start < end;
  const toLink = (key: string, other: string, item: Item | undefined): string | null =>
    item === undefined ? null : withParams(asked, { [key]: toCursor(item), [other]: undefined });
  return {
    items: items.slice(start, end),
    rest: {
      meta: {
        has_more: before === -1 ? end < items.length : start > 0,
        after_cursor: hasItems && last !== undefined ? toCursor(last) : null,
        before_cursor: hasItems && first !== undefined ? toCursor(first) : null,
      },
      links: {
        next: end < items.length && hasItems ? toLink('page[after]', 'page[before]', last) : null,
        prev: start > 0 && hasItems ? toLink('page[before]', 'page[after]', first) : null,
      },
    },
  };
}

function toCursor({ id }: { id: number | string }): string {
  return Buffer.from(`id:${String(id)}`).toString('base64');
}

/** -1 when no cursor is given, and when what it stood at is gone. */
function findCursor(items: readonly { id: number | string }[], cursor: string | null): number {
  return cursor === null ? -1 : items.findIndex((item) => toCursor(item) === cursor);
}

function withParams(url: URL, params: Record<string, string | undefined>): string {
  const changed = new URL(url);
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) changed.searchParams.delete(name);
    else changed.searchParams.set(name, value);
  }
  return changed.toString();
}

function readSize(text: string | null): number {
  return Math.min(readPositive(text) ?? MAX_PER_PAGE, MAX_PER_PAGE);
}

function readPositive(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
