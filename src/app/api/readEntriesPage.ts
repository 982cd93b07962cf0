import type { AxiosInstance } from 'axios';
import { entriesPageSchema } from '../../contract/entriesPage';
import type { EntriesPage } from '../../contract/entriesPage';
import { paths } from '../../contract/paths';
import type { EntriesQuery } from '../../contract/paths';
import { readFromBridge } from './readFromBridge';

/** Reads a page of an account's history. Rejects with BridgeError. */
export function readEntriesPage(
  bridge: AxiosInstance,
  billingAccountId: string,
  query: EntriesQuery,
): Promise<EntriesPage> {
  return readFromBridge(bridge.get(paths.accountEntries(billingAccountId, query)), entriesPageSchema);
}
