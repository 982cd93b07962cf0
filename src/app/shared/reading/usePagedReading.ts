import useSWRInfinite from 'swr/infinite';
import { toFailure } from './toFailure';
import type { Reading } from './useReading';

/** Pages that are read one after the other, and the way to the next one. */
export type PagedReading<Page> = Reading<Page[]> & { hasMore: boolean; readMore: () => void };

/**
 * Reads the first page, and each further one when it is asked for. Another `key` begins anew; what was read before stands
 * until its answer is there. `readPage` gets the `next` of the page before, at first undefined.
 */
export function usePagedReading<Page extends { next: string | null }>(
  key: readonly (string | number)[],
  readPage: (after: string | undefined) => Promise<Page>,
): PagedReading<Page> {
  const { data, error, size, setSize, isValidating, mutate } = useSWRInfinite<Page, unknown>(
    (index: number, previous: Page | null) => {
      if (index === 0) return [...key, ''];
      return previous?.next ? [...key, previous.next] : null;
    },
    (pageKey: (string | number)[]) => {
      const after = pageKey.at(-1);
      return readPage(typeof after === 'string' && after !== '' ? after : undefined);
    },
    {
      revalidateFirstPage: false,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      shouldRetryOnError: false,
      keepPreviousData: true,
    },
  );
  return {
    data,
    failure: toFailure(error),
    isReading: isValidating,
    reload: () => void mutate().catch(() => undefined),
    hasMore: (data?.at(-1)?.next ?? null) !== null,
    readMore: () => void setSize(size + 1).catch(() => undefined),
  };
}
