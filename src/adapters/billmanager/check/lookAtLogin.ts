import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { Finding } from '../../../use-cases/ports/billingInspection';
import type { Panel } from '../buildPanel';

/** What an operator changes where the error itself does not say so. */
const CHANGES: Readonly<Record<string, string>> = {
  billing_html:
    'Check BILLMANAGER_URL: it wants the address of the panel, such as https://billing.example.com:1500, or one that ends in /billmgr.',
  billing_timeout: 'Look at the load of the panel; BILLMANAGER_TIMEOUT_MS may be raised.',
  billing_unreachable: 'Look at the panel and at the proxy before it, if there is one.',
};

/**
 * Whether the panel lets the service user in: one small call, because a panel may lock a user out. The right to that list
 * is looked at later; a panel that refuses the list has let the user in.
 */
export async function lookAtLogin(
  panel: Panel,
  login: 'authinfo' | 'session',
  signal: AbortSignal,
): Promise<Finding[]> {
  try {
    await panel.ask('user', { filter: 'on', p_cnt: '1', p_num: '1' }, signal);
    return [
      { step: 'login', verdict: 'good', found: `The service user is let in (BILLMANAGER_LOGIN=${login}).` },
    ];
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    const change = CHANGES[error.code];
    const found = `${error.message}.`;
    return [{ step: 'login', verdict: 'problem', found, ...(change === undefined ? {} : { change }) }];
  }
}
