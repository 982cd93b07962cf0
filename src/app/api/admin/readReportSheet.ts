import type { AxiosInstance } from 'axios';
import * as z from 'zod/mini';
import { paths } from '../../../contract/paths';
import type { ReportQuery } from '../../../contract/paths';
import type { ReportName } from '../../../contract/reports';
import { readFromBridge } from '../readFromBridge';

/** Reads the rows of a report as CSV. Rejects with BridgeError. */
export function readReportSheet(
  bridge: AxiosInstance,
  name: ReportName,
  query: ReportQuery,
): Promise<string> {
  const path = paths.report(name, { ...query, format: 'csv' });
  return readFromBridge(bridge.get(path, { responseType: 'text' }), z.string());
}
