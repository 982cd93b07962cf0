import type { AxiosInstance } from 'axios';
import { bridgeStatusSchema } from '../../../contract/bridgeStatus';
import type { BridgeStatus } from '../../../contract/bridgeStatus';
import { paths } from '../../../contract/paths';
import { readFromBridge } from '../readFromBridge';

/** Reads how the bridge fares. Rejects with BridgeError. */
export function readBridgeStatus(bridge: AxiosInstance): Promise<BridgeStatus> {
  return readFromBridge(bridge.get(paths.bridgeStatus()), bridgeStatusSchema);
}
