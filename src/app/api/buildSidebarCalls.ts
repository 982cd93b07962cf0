import type { AxiosInstance } from 'axios';
import type { CreditsView } from '../../contract/creditsView';
import type { Zaf } from '../zaf/connectZaf';
import { buildBridgeHttp } from './buildBridgeHttp';
import { buildNameReader } from './buildNameReader';
import type { ReadNames } from './buildNameReader';
import { buildZendeskHttp } from './buildZendeskHttp';
import { readCreditsView } from './readCreditsView';
import { recheckTicket } from './recheckTicket';
import type { TicketAsking } from './TicketAsking';
import { writeAsking } from './writeAsking';
import type { AskingTarget } from './writeAsking';

/** The two ways out of the iframe: to the bridge, and to Zendesk in the agent's own session. */
export type SidebarHttp = { bridge: AxiosInstance; zendesk: AxiosInstance };

/** Everything that the first look may ask of the outside for one ticket. */
export type SidebarCalls = {
  /** Rejects with BridgeError. */
  readView: () => Promise<CreditsView>;
  /** Rejects with BridgeError. */
  recheck: () => Promise<void>;
  /** Rejects with TicketWriteError. */
  act: (asking: TicketAsking) => Promise<void>;
  /** Never rejects. */
  readNames: ReadNames;
};

/** Assembles both ways out. */
export function buildSidebarHttp(zaf: Zaf, bridgeUrl: string): SidebarHttp {
  return { bridge: buildBridgeHttp(zaf, bridgeUrl), zendesk: buildZendeskHttp(zaf) };
}

/** Assembles the calls for one ticket. */
export function buildSidebarCalls({ bridge, zendesk }: SidebarHttp, target: AskingTarget): SidebarCalls {
  return {
    readView: () => readCreditsView(bridge, target.ticketId),
    recheck: () => recheckTicket(bridge, target.ticketId),
    act: (asking) => writeAsking(zendesk, target, asking),
    readNames: buildNameReader(zendesk),
  };
}
