import type { AxiosInstance } from 'axios';
import { paths } from '../../contract/paths';
import { receiptSchema } from '../../contract/receipt';
import type { Receipt } from '../../contract/receipt';
import { readFromBridge } from './readFromBridge';

/** Reads everything about one entry. Rejects with BridgeError. */
export function readReceipt(
  bridge: AxiosInstance,
  billingAccountId: string,
  entryKey: string,
): Promise<Receipt> {
  return readFromBridge(bridge.get(paths.entryReceipt(billingAccountId, entryKey)), receiptSchema);
}
