import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { Saying } from '../../../domain/setup/saying';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import { sayFailure } from '../../../use-cases/ports/sayFailure';
import type { Panel } from '../buildPanel';

/** What an operator changes where the error itself does not say so. */
const CHANGES: Readonly<Record<string, Saying>> = {
  billing_html: say('login_check_address'),
  billing_timeout: say('login_raise_timeout'),
  billing_unreachable: say('login_look_at_panel'),
};

/**
 * Whether the panel lets the service user in: one small call, because a panel may lock a user out. The right to that list
 * is looked at later; a panel that refuses the list has let the user in.
 */
export async function lookAtLogin(
  panel: Panel,
  login: 'authinfo' | 'session',
  signal: AbortSignal,
): Promise<BillingFinding[]> {
  try {
    await panel.ask('user', { filter: 'on', p_cnt: '1', p_num: '1' }, signal);
    return [toFinding('login', 'good', say('login_good', { login }))];
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    return [toFinding('login', 'problem', sayFailure(error), CHANGES[error.code])];
  }
}
