import type { AxiosInstance } from 'axios';
import { paths } from '../../../contract/paths';
import type { ReportQuery } from '../../../contract/paths';
import { reportSchema } from '../../../contract/reports';
import type { Report, ReportName } from '../../../contract/reports';
import { readFromBridge } from '../readFromBridge';

/** Reads a report over the ledger as a whole. Rejects with BridgeError. */
export function readReport(bridge: AxiosInstance, name: ReportName, query: ReportQuery): Promise<Report> {
  return readFromBridge(bridge.get(paths.report(name, query)), reportSchema);
}
