import type { AxiosInstance } from 'axios';
import { creditsViewSchema } from '../../contract/creditsView';
import type { CreditsView } from '../../contract/creditsView';
import { paths } from '../../contract/paths';
import { readFromBridge } from './readFromBridge';

/** Reads everything that the sidebar shows of one ticket. Rejects with BridgeError. */
export function readCreditsView(bridge: AxiosInstance, ticketId: string): Promise<CreditsView> {
  return readFromBridge(bridge.get(paths.ticketCredits(ticketId)), creditsViewSchema);
}
