import type { AxiosInstance } from 'axios';
import { isAxiosError } from 'axios';

/** Key of the user field that says whose credits are taken (requirements.json). */
const ACCOUNT_FIELD = 'support_billing_account';

/** How writing the link ended. */
export type LinkOutcome = 'linked' | 'forbidden' | 'failed';

/**
 * Writes the number of the client's billing account into the requester's profile, in the agent's own session, and nothing
 * else. Never rejects.
 */
export async function linkAccount(
  zendesk: AxiosInstance,
  { requesterId, billingAccountId }: { requesterId: string; billingAccountId: string },
): Promise<LinkOutcome> {
  const url = `/api/v2/users/${encodeURIComponent(requesterId)}.json`;
  try {
    await zendesk.put(url, { user: { user_fields: { [ACCOUNT_FIELD]: billingAccountId } } });
    return 'linked';
  } catch (failure) {
    const status = isAxiosError(failure) ? failure.response?.status : undefined;
    return status === 401 || status === 403 ? 'forbidden' : 'failed';
  }
}
