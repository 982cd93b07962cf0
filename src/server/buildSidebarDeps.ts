import { recheckTicket } from '../use-cases/recheckTicket';
import type { RecheckTicketDeps } from '../use-cases/recheckTicket';
import { readCreditsView } from '../use-cases/views/readCreditsView';
import type { ReadCreditsViewDeps } from '../use-cases/views/readCreditsView';
import { readEntriesPage } from '../use-cases/views/readEntriesPage';
import { readEntryReceipt } from '../use-cases/views/readEntryReceipt';
import { readRequesterView } from '../use-cases/views/readRequesterView';
import type { ReadRequesterViewDeps } from '../use-cases/views/readRequesterView';
import { searchAccounts } from '../use-cases/views/searchAccounts';
import type { SearchAccountsDeps } from '../use-cases/views/searchAccounts';
import type { SidebarDeps } from './http/routes/sidebarRoutes';

type Asked =
  | 'readCreditsView'
  | 'readRequesterView'
  | 'readEntriesPage'
  | 'readEntryReceipt'
  | 'searchAccounts'
  | 'recheckTicket';

/** What the sidebar is answered with, beside the admin page. */
export function buildSidebarDeps(
  deps: ReadCreditsViewDeps & ReadRequesterViewDeps & SearchAccountsDeps & RecheckTicketDeps,
): Pick<SidebarDeps, Asked> {
  return {
    readCreditsView: (ticketId) => readCreditsView(deps, ticketId),
    readRequesterView: (requesterId) => readRequesterView(deps, requesterId),
    readEntriesPage: (request) => readEntriesPage(deps, request),
    readEntryReceipt: (billingAccountId, key) => readEntryReceipt(deps, billingAccountId, key),
    searchAccounts: (text) => searchAccounts(deps, text),
    recheckTicket: (ticketId) => recheckTicket(deps, ticketId),
  };
}
