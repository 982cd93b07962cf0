import { readWantedSetup } from '../../adapters/zendesk/check/wantedSetup';
import type { Policy } from '../../domain/policy/policy';
import type { CheckZendeskDeps } from '../../use-cases/check-zendesk/checkZendesk';
import type { Config, ZendeskSetupConfig } from '../config';

/** What Zendesk is held to; an operator's own look is that of live mode. */
export function toZendeskCheck(
  { bridgeUrl, mode }: ZendeskSetupConfig & Partial<Pick<Config, 'mode'>>,
  policy: Policy,
): Omit<CheckZendeskDeps, 'inspection'> {
  return { wanted: readWantedSetup(policy.buyUrl), policy, bridgeUrl, isShadow: mode === 'shadow' };
}
