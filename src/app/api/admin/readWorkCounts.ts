import type { AxiosInstance } from 'axios';
import { paths } from '../../../contract/paths';
import { workCountsSchema } from '../../../contract/workPage';
import type { WorkCounts } from '../../../contract/workPage';
import { readFromBridge } from '../readFromBridge';

/** Reads how much there is of each kind of work. Rejects with BridgeError. */
export function readWorkCounts(bridge: AxiosInstance): Promise<WorkCounts> {
  return readFromBridge(bridge.get(paths.workCounts()), workCountsSchema);
}
