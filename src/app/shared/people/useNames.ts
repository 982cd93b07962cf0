import { useContext } from 'react';
import useSWR from 'swr';
import { PeopleContext } from './PeopleContext';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Names of Zendesk's users by their id, as far as they are read; the screen does not wait for them. */
export function useNames(userIds: string[]): ReadonlyMap<string, string> {
  const readPeople = useContext(PeopleContext);
  const wanted = [...new Set(userIds)].sort().join(',');
  const { data } = useSWR<ReadonlyMap<string, string>, unknown>(
    wanted === '' ? null : ['names', wanted],
    () => readPeople(wanted.split(',')),
    { revalidateOnFocus: false, revalidateIfStale: false, keepPreviousData: true },
  );
  return data ?? NOBODY;
}
