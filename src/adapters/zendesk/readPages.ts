import type { ZodType } from 'zod';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import type { ZendeskClient } from './buildZendeskClient';
import type { PagedAnswer } from './wire';

/** A ticket has at most 5,000 comments (zendesk.md 8.2); at 100 a page this is far above what is ever needed. */
const MAX_PAGES = 200;

/**
 * Reads the pages from `firstPath` on, in the order of Zendesk, to the last one or to the first that `isEnough`. A first
 * page that is 404 answers undefined.
 */
export async function readPages<Answer extends PagedAnswer>(
  client: ZendeskClient,
  firstPath: string,
  schema: ZodType<Answer>,
  isEnough: (page: Answer) => boolean = () => false,
): Promise<Answer[] | undefined> {
  const pages: Answer[] = [];
  for await (const page of streamPages(client, firstPath, schema)) {
    pages.push(page);
    if (isEnough(page)) break;
  }
  return pages.length === 0 ? undefined : pages;
}

/** The pages from `firstPath` on; each is asked for when the one before it was taken. None when the first one is 404. */
export async function* streamPages<Answer extends PagedAnswer>(
  client: ZendeskClient,
  firstPath: string,
  schema: ZodType<Answer>,
): AsyncGenerator<Answer> {
  let path: string | undefined = firstPath;
  for (let count = 0; path !== undefined; count += 1) {
    if (count === MAX_PAGES) throw toEndlessError(firstPath);
    const page: Answer | undefined = await client.read(path, schema);
    if (page === undefined) return;
    yield page;
    path = toNextPath(page);
  }
}

/**
 * Zendesk names the next page by a whole address. Only path and query of it are used, so that no answer can send the
 * token to another host. With cursors `links.next` stands on the last page too; `has_more` says whether to follow it.
 */
function toNextPath(page: PagedAnswer): string | undefined {
  const next = page.meta?.has_more === false ? undefined : (page.links?.next ?? page.next_page);
  if (!next) return undefined;
  const { pathname, search } = new URL(next, 'https://zendesk.invalid');
  return `${pathname}${search}`;
}

function toEndlessError(path: string): AdapterError {
  const options = { code: 'zendesk_unexpected_answer', retry: false };
  return new AdapterError(`GET ${path} of Zendesk has more than ${MAX_PAGES} pages`, options);
}
