import type { AxiosInstance } from 'axios';
import { dryRunSchema } from '../../../contract/dryRun';
import type { DryRun, DryRunRequest } from '../../../contract/dryRun';
import { paths } from '../../../contract/paths';
import { readFromBridge } from '../readFromBridge';

/** Asks what would be decided, and why; nothing is written for it. Rejects with BridgeError. */
export function tryDecision(bridge: AxiosInstance, request: DryRunRequest): Promise<DryRun> {
  return readFromBridge(bridge.post(paths.dryRun(), request), dryRunSchema);
}
