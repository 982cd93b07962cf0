import type { AxiosInstance } from 'axios';
import { paths } from '../../../contract/paths';
import { appTriggersSchema } from '../../../contract/triggers';
import type { AppTriggers } from '../../../contract/triggers';
import { readFromBridge } from '../readFromBridge';

/** Reads the app's triggers as Zendesk has them now. Rejects with BridgeError. */
export function readAppTriggers(bridge: AxiosInstance): Promise<AppTriggers> {
  return readFromBridge(bridge.get(paths.appTriggers()), appTriggersSchema);
}
