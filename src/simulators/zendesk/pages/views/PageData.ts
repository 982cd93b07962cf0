import type { AgentView } from './AgentView';
import type { PortalFieldView } from './FieldView';
import type { HostedApp } from './HostedApp';
import type { RequestRow, RequestView } from './RequestView';
import type { TicketListView } from './TicketListView';
import type { TicketView } from './TicketView';
import type { UserView } from './UserView';

/**
 * What the server tells the script of an agents' page; `agents` are the people one can sign in as, `clients` some whose ticket one may
 * become.
 */
export type AgentPageData = {
  user: AgentView;
  agents: UserView[];
  clients: UserView[];
  subdomain: string;
  app: HostedApp | undefined;
  screen:
    | { name: 'tickets'; list: TicketListView }
    | { name: 'ticket' | 'new-ticket'; ticket: TicketView }
    | { name: 'nav' };
};

/** What the server tells the script of a help center page; no user means that nobody has signed in. */
export type HelpCenterPageData = {
  user: UserView | undefined;
  clients: UserView[];
  screen:
    | { name: 'sign-in' }
    | { name: 'new-request'; fields: PortalFieldView[]; theme: 'classic' | 'copenhagen' }
    | { name: 'my-credits' }
    | { name: 'requests'; requests: RequestRow[] }
    | { name: 'request'; request: RequestView };
};

/** What the event stream tells agents: that a ticket has changed, or somebody's profile. */
export type AgentEvent = TicketEvent | UserEvent;

/** What the same stream brings for the app in the page: `POST /api/v2/apps/notify` on its way. */
export type NotificationEvent = { notification: { event: string; body: unknown } };

export type UserEvent = { userId: number };

/** A change of a ticket as the event stream tells it; `byRule` when a trigger changed something in the same update. */
export type TicketEvent = {
  ticketId: number;
  auditId: number | undefined;
  actor: UserView | undefined;
  byRule: boolean;
};
