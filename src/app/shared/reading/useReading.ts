import useSWR from 'swr';
import type { BridgeFailure } from '../../api/BridgeError';
import { toFailure } from './toFailure';

/** Something that is read of the bridge: the last answer, and why the last try failed if it did. */
export type Reading<Data> = {
  data: Data | undefined;
  failure: BridgeFailure | undefined;
  isReading: boolean;
  reload: () => void;
};

/**
 * Reads once for each key, again when asked to, and keeps the last answer over a failure. `key` null reads nothing. While
 * another key is read, the answer of the one before still stands.
 */
export function useReading<Data>(
  key: readonly (string | number)[] | null,
  read: () => Promise<Data>,
): Reading<Data> {
  const { data, error, isValidating, mutate } = useSWR<Data, unknown>(key, read, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
    keepPreviousData: true,
  });
  return {
    data,
    failure: toFailure(error),
    isReading: isValidating,
    reload: () => void mutate().catch(() => undefined),
  };
}
