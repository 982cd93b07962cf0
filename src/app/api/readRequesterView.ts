import type { AxiosInstance } from 'axios';
import { clientViewSchema } from '../../contract/creditsView';
import type { ClientView } from '../../contract/creditsView';
import { paths } from '../../contract/paths';
import { readFromBridge } from './readFromBridge';

/** Reads what is shown of a requester before there is a ticket. Rejects with BridgeError. */
export function readRequesterView(bridge: AxiosInstance, requesterId: string): Promise<ClientView> {
  return readFromBridge(bridge.get(paths.requesterCredits(requesterId)), clientViewSchema);
}
