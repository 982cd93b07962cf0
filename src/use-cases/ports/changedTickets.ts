import type { Line } from '../../domain/line/line';
import type { CreditState } from '../../domain/tickets/creditState';

/** A ticket that changed, as the helpdesk lists it. */
export type ChangedTicket = {
  id: string;
  line: Line | undefined;
  /** What it says that it costs. */
  creditState: CreditState | undefined;
  isDeleted: boolean;
  /** False: closed or deleted, nothing can be written to it any more. */
  isOpen: boolean;
  /** When it last changed, by the helpdesk's clock (ISO 8601). */
  changedAt: string;
};

/** Where reading goes on: at a time (ISO 8601), or behind the last page that was read. */
export type SweepPosition = { startAt: string } | { cursor: string };

/** Tickets in the order of their changes; a ticket that changed since comes again behind. */
export type ChangedTicketsPage = {
  tickets: ChangedTicket[];
  next: SweepPosition;
  /** True: there is nothing more for now. */
  isLast: boolean;
};

/** Which tickets changed, deleted ones too. The helpdesk may withhold its newest changes for a minute. */
export interface ChangedTickets {
  /** One bounded page. Fails with `AdapterError`; told to wait, the error says how long. */
  readPage(position: SweepPosition): Promise<ChangedTicketsPage>;
}
