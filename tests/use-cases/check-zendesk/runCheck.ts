import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { checkZendesk } from '../../../src/use-cases/check-zendesk/checkZendesk';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { DeskStep } from '../../../src/domain/setup/steps';
import { tell } from '../../helpers/tell';
import type { Told } from '../../helpers/tell';
import { BRIDGE_URL, WANTED } from './FakeDeskSetup';
import type { FakeDeskSetup } from './FakeDeskSetup';

type Options = { isRepairing?: boolean; bridgeUrl?: string | undefined; policy?: Partial<Policy> };

/** Every finding about that helpdesk, as an operator is told it. */
export async function check(desk: FakeDeskSetup, options: Options = {}): Promise<Told<DeskStep>[]> {
  const deps = {
    inspection: desk,
    wanted: WANTED,
    policy: { ...DEFAULT_POLICY, ...options.policy },
    bridgeUrl: 'bridgeUrl' in options ? options.bridgeUrl : BRIDGE_URL,
  };
  const findings: Told<DeskStep>[] = [];
  for await (const finding of checkZendesk(deps, { isRepairing: options.isRepairing ?? false }))
    findings.push(tell(finding));
  return findings;
}

/** The findings of one step. */
export const of = (step: DeskStep, findings: Told<DeskStep>[]) =>
  findings.filter((finding) => finding.step === step);
/** Answers as an account that does not show something. */
export const forbidden = () =>
  Promise.reject(new AdapterError('It was refused', { code: 'zendesk_unauthorized', retry: false }));

/** Answers as an address where nobody is. */
export const unreachable = () =>
  Promise.reject(new AdapterError('It could not be reached', { code: 'zendesk_unavailable', retry: true }));
