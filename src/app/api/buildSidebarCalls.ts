import type { CreditsView } from '../../contract/creditsView';
import type { CommandAction } from '../../domain/tickets/command';
import type { Zaf } from '../zaf/connectZaf';
import { buildBridgeHttp } from './buildBridgeHttp';
import { buildZendeskHttp } from './buildZendeskHttp';
import { readCreditsView } from './readCreditsView';
import { recheckTicket } from './recheckTicket';
import { setCreditAction } from './setCreditAction';

/** Everything that the sidebar may ask of the outside for one ticket. */
export type SidebarCalls = {
  /** Rejects with BridgeError. */
  readView: () => Promise<CreditsView>;
  /** Rejects with BridgeError. */
  recheck: () => Promise<void>;
  /** Rejects with TicketWriteError. */
  act: (action: CommandAction) => Promise<void>;
};

/** Where the calls go: bridge, ticket and the ticket field «Credit action» of this installation. */
export type SidebarTarget = { bridgeUrl: string; ticketId: string; actionFieldId: number };

/** Assembles the calls for one ticket. */
export function buildSidebarCalls(
  zaf: Zaf,
  { bridgeUrl, ticketId, actionFieldId }: SidebarTarget,
): SidebarCalls {
  const bridge = buildBridgeHttp(zaf, bridgeUrl);
  const zendesk = buildZendeskHttp(zaf);
  return {
    readView: () => readCreditsView(bridge, ticketId),
    recheck: () => recheckTicket(bridge, ticketId),
    act: (action) => setCreditAction(zendesk, { ticketId, actionFieldId, action }),
  };
}
