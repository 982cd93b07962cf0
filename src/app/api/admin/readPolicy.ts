import type { AxiosInstance } from 'axios';
import { paths } from '../../../contract/paths';
import { policyViewSchema } from '../../../contract/policyView';
import type { PolicyView } from '../../../contract/policyView';
import { readFromBridge } from '../readFromBridge';

/** Reads the policy in force, and what its file says now. Rejects with BridgeError. */
export function readPolicy(bridge: AxiosInstance): Promise<PolicyView> {
  return readFromBridge(bridge.get(paths.policy()), policyViewSchema);
}
