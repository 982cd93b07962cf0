import type { Policy } from '../domain/policy/policy';
import type { BillingConfig } from './config';

/** What environment and policy say about billing, as its adapter wants it; `timeoutMs` is for one try of a call. */
export function toBillingSettings(
  config: BillingConfig,
  policy: Policy,
): Pick<Policy, 'spend' | 'billing'> & {
  baseUrl: string;
  authinfo: string;
  login: BillingConfig['billmanagerLogin'];
  timeoutMs: number;
} {
  return {
    baseUrl: config.billmanagerUrl,
    authinfo: config.billmanagerAuthinfo,
    login: config.billmanagerLogin,
    timeoutMs: config.billmanagerTimeoutMs,
    spend: policy.spend,
    billing: policy.billing,
  };
}
