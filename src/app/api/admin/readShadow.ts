import type { AxiosInstance } from 'axios';
import * as z from 'zod/mini';
import { paths } from '../../../contract/paths';
import { shadowPageSchema } from '../../../contract/shadow';
import type { ShadowPage } from '../../../contract/shadow';
import { readFromBridge } from '../readFromBridge';

/** Reads a page of what shadow mode would have done, `after` the page before. Rejects with BridgeError. */
export function readShadowPage(
  bridge: AxiosInstance,
  { since, after }: { since: string; after: string | undefined },
): Promise<ShadowPage> {
  const query = { since, ...(after !== undefined && { after }) };
  return readFromBridge(bridge.get(paths.shadow(query)), shadowPageSchema);
}

/** Reads the same as CSV, as many tickets as one sheet holds. Rejects with BridgeError. */
export function readShadowSheet(bridge: AxiosInstance, since: string): Promise<string> {
  const options = { responseType: 'text' } as const;
  return readFromBridge(bridge.get(paths.shadow({ since, format: 'csv' }), options), z.string());
}
