import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import type { Policy } from '../../../src/domain/policy/policy';
import { checkZendesk } from '../../../src/use-cases/check-zendesk/checkZendesk';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import type { DeskStep } from '../../../src/use-cases/ports/deskInspection';
import type { Finding } from '../../../src/use-cases/ports/finding';
import { BRIDGE_URL, WANTED } from './FakeDeskSetup';
import type { FakeDeskSetup } from './FakeDeskSetup';

type Options = { isRepairing?: boolean; bridgeUrl?: string | undefined; policy?: Partial<Policy> };

/** Every finding about that helpdesk. */
export async function check(desk: FakeDeskSetup, options: Options = {}): Promise<Finding<DeskStep>[]> {
  const deps = {
    inspection: desk,
    wanted: WANTED,
    policy: { ...DEFAULT_POLICY, ...options.policy },
    bridgeUrl: 'bridgeUrl' in options ? options.bridgeUrl : BRIDGE_URL,
  };
  const findings: Finding<DeskStep>[] = [];
  for await (const finding of checkZendesk(deps, { isRepairing: options.isRepairing ?? false }))
    findings.push(finding);
  return findings;
}

/** The findings of one step. */
export const of = (step: DeskStep, findings: Finding<DeskStep>[]) =>
  findings.filter((finding) => finding.step === step);
/** Answers as an account that does not show something. */
export const forbidden = () =>
  Promise.reject(new AdapterError('It was refused', { code: 'zendesk_unauthorized', retry: false }));
