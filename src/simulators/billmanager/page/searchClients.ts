import type { BillingStore } from '../state/billingStore';
import type { AccountRow } from '../state/rows';
import { listClients } from './listClients';
import type { ClientLine } from './listClients';

/** A page of clients: at most 50 of the `count` that a person searched for. */
export type ClientPage = { lines: ClientLine[]; count: number; query: string };

const MAX_LINES = 50;

/** The clients whose name, e-mails or account id hold these letters, in the order in which they were added. */
export function searchClients(store: BillingStore, query: string): ClientPage {
  const wanted = query.trim().toLowerCase();
  const index = store.index();
  const isFound = ({ id, name }: AccountRow): boolean =>
    [id, name, ...index.usersOf(id).map((user) => user.email)].some((text) =>
      text.toLowerCase().includes(wanted),
    );
  const found = store.rows().accounts.filter((account) => wanted === '' || isFound(account));
  return { lines: listClients(store, found.slice(0, MAX_LINES)), count: found.length, query: query.trim() };
}
