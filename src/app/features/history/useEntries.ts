import useSWRInfinite from 'swr/infinite';
import type { EntriesPage } from '../../../contract/entriesPage';
import type { EntryView } from '../../../contract/entryView';
import type { EntriesQuery } from '../../../contract/paths';

/** What a history is read with. */
export type HistoryCalls = { readPage: (query: EntriesQuery) => Promise<EntriesPage> };

/** The newest entries, as the first look brought them. */
export type NewestEntries = { entries: EntryView[]; before: string | null };

type PageKey = readonly ['entries', string, string, string];

/**
 * An account's history, newest first: what the first look brought, and page by page what is older. With `ticketId` only what
 * that ticket's problem is about, all of it read. New entries in the first look have the pages read anew.
 */
export function useEntries(newest: NewestEntries, ticketId: string | undefined, { readPage }: HistoryCalls) {
  const newestKey = newest.entries[0]?.key ?? '';
  const isFiltered = ticketId !== undefined;
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<EntriesPage, unknown>(
    (index: number, previous: EntriesPage | null): PageKey | null => {
      const before = index === 0 ? (isFiltered ? '' : newest.before) : (previous?.before ?? null);
      return before === null ? null : ['entries', newestKey, ticketId ?? '', before];
    },
    ([, , ticket, before]: PageKey) =>
      readPage({ ...(before && { before }), ...(ticket && { ticketId: ticket }) }),
    {
      // Without a filter nothing is read before the agent asks for more.
      initialSize: isFiltered ? 1 : 0,
      revalidateFirstPage: false,
      revalidateOnFocus: false,
      shouldRetryOnError: false,
    },
  );
  const pages = data ?? [];
  const last = pages.at(-1);
  return {
    entries: [...(isFiltered ? [] : newest.entries), ...pages.flatMap((page) => page.entries)],
    hasMore: (last ? last.before : isFiltered ? null : newest.before) !== null,
    isReading: isValidating,
    hasFailed: error !== undefined,
    readMore: () => void (error === undefined ? setSize(size + 1) : mutate()),
  };
}
