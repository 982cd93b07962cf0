import { useCallback } from 'react';
import useSWR from 'swr';
import type { CreditsView } from '../../../contract/creditsView';
import { BridgeError } from '../../api/BridgeError';
import { toViewKey } from './readingKeys';
import { reloadUntil } from './reloadUntil';
import { usePollWhile } from './usePollWhile';

/** The last view that was read, and why the last try failed if it did. */
export type CreditsViewReading = {
  view: CreditsView | undefined;
  error: BridgeError | undefined;
  reload: () => Promise<CreditsView | undefined>;
  reloadUntil: <Found>(find: (view: CreditsView) => Found | undefined) => Promise<Found | undefined>;
};

/** Keeps the view of one ticket: reads it, keeps the last one over a failure, and looks again while it is unsettled. */
export function useCreditsView(ticketId: string, readView: () => Promise<CreditsView>): CreditsViewReading {
  const { data, error, mutate } = useSWR<CreditsView, unknown>(toViewKey(ticketId), readView, {
    revalidateOnFocus: false,
    // usePollWhile does both with bounds of its own.
    shouldRetryOnError: false,
    dedupingInterval: 0,
  });
  const reload = useCallback(() => mutate(), [mutate]);
  const state = data?.ticket.creditState;
  usePollWhile(error !== undefined || (data !== undefined && (!state || state === 'pending')), reload);
  return {
    view: data,
    error: error === undefined ? undefined : toKnownError(error),
    reload,
    reloadUntil: (find) => reloadUntil(reload, find),
  };
}

function toKnownError(error: unknown): BridgeError {
  return error instanceof BridgeError ? error : new BridgeError('bridge_unreachable', error);
}
