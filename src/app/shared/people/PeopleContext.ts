import { createContext } from 'react';

/** Reads names of people by their id; somebody who is not found is not in the answer. Never rejects. */
export type ReadPeople = (userIds: string[]) => Promise<ReadonlyMap<string, string>>;

/** How names are read; outside a provider nobody is known. */
export const PeopleContext = createContext<ReadPeople>(async () => new Map());
