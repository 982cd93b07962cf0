import type { AxiosInstance } from 'axios';
import { isAxiosError } from 'axios';
import type { AppTrigger } from '../../../contract/triggers';

/** How writing a trigger ended. */
export type RestoreOutcome = 'restored' | 'forbidden' | 'gone' | 'refused' | 'unreachable';

/**
 * Writes what a trigger ships with in the admin's own session: of one that is there only what differs, a missing one as a
 * whole. Conditions and actions go together, since Zendesk replaces both when one of them comes (zendesk.md 6.1). Its place
 * is not written. Never rejects.
 */
export async function restoreTrigger(zendesk: AxiosInstance, trigger: AppTrigger): Promise<RestoreOutcome> {
  const body = { trigger: toChange(trigger) };
  const { seen } = trigger;
  try {
    if (seen === null) await zendesk.post('/api/v2/triggers.json', body);
    else await zendesk.put(`/api/v2/triggers/${encodeURIComponent(seen.id)}.json`, body);
    return 'restored';
  } catch (failure) {
    return toOutcome(isAxiosError(failure) ? failure.response?.status : undefined);
  }
}

function toChange({ seen, shipped, differences }: AppTrigger): Record<string, unknown> {
  const { title, isActive: active, conditions, actions } = shipped;
  if (seen === null) return { title, active, conditions, actions };
  const hasRules = differences.includes('conditions') || differences.includes('actions');
  return {
    ...(differences.includes('title') && { title }),
    ...(differences.includes('active') && { active }),
    ...(hasRules && { conditions, actions }),
  };
}

function toOutcome(status: number | undefined): RestoreOutcome {
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 404) return 'gone';
  return status === 400 || status === 422 ? 'refused' : 'unreachable';
}
