import type { AxiosInstance } from 'axios';
import { paths } from '../../contract/paths';
import { toBridgeError } from './toBridgeError';

/** Asks the bridge to look at the ticket and its client again; done when it is queued. Rejects with BridgeError. */
export async function recheckTicket(bridge: AxiosInstance, ticketId: string): Promise<void> {
  await bridge.post(paths.ticketRecheck(ticketId)).catch((failure: unknown) => {
    throw toBridgeError(failure);
  });
}
