import type { AxiosInstance } from 'axios';
import { paths } from '../../../contract/paths';
import { SETUP_CHECK_LIMITS, setupCheckSchema } from '../../../contract/setupCheck';
import type { SetupCheck, SetupSystem } from '../../../contract/setupCheck';
import { readFromBridge } from '../readFromBridge';

/** Has a system looked at now, which takes longer than other calls. Rejects with BridgeError. */
export function readSetupCheck(bridge: AxiosInstance, system: SetupSystem): Promise<SetupCheck> {
  const options = { timeout: SETUP_CHECK_LIMITS.appMs };
  return readFromBridge(bridge.get(paths.setupCheck(system), options), setupCheckSchema);
}
