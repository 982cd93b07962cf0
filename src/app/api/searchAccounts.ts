import type { AxiosInstance } from 'axios';
import { accountCandidatesSchema } from '../../contract/accountSearch';
import type { AccountCandidates } from '../../contract/accountSearch';
import { paths } from '../../contract/paths';
import { readFromBridge } from './readFromBridge';

/** Looks for accounts in billing by number or e-mail, which travels in the body. Rejects with BridgeError. */
export function searchAccounts(bridge: AxiosInstance, text: string): Promise<AccountCandidates> {
  return readFromBridge(bridge.post(paths.accountSearch(), { text }), accountCandidatesSchema);
}
