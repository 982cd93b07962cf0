import { buildBillingInspection } from '../../../../src/adapters/billmanager/check/buildBillingInspection';
import type { BillmanagerOptions } from '../../../../src/adapters/billmanager/buildBillmanagerSource';
import type { BillingInspection } from '../../../../src/use-cases/ports/billingInspection';
import { tell } from '../../../helpers/tell';
import type { Told } from '../../../helpers/tell';
import { buildFixedClock, buildRecordedLog } from '../recordedLog';

/** An inspection as the command builds it, with short time-outs. */
export function buildTestInspection(
  options: Partial<BillmanagerOptions> & { baseUrl: string },
): BillingInspection {
  return buildBillingInspection({
    authinfo: 'support-bridge:playground',
    logger: buildRecordedLog(),
    clock: buildFixedClock('2026-11-22T10:00:00.000Z'),
    timeoutMs: 2_000,
    ...options,
  });
}

/** Takes the way in as far as it goes. */
export async function enter(inspection: BillingInspection): Promise<Told[]> {
  const findings: Told[] = [];
  for (const { look } of inspection.entry) {
    findings.push(...(await look()).map(tell));
    if (findings.at(-1)?.verdict === 'problem') break;
  }
  return findings;
}

/** Looks at all lists. */
export async function lookAtLists(inspection: BillingInspection): Promise<Told[]> {
  const findings: Told[] = [];
  for await (const finding of inspection.lookAtLists()) findings.push(tell(finding));
  return findings;
}

/** The findings that ask for something to be done. */
export const troublesIn = (findings: readonly Told[]): Told[] =>
  findings.filter(({ verdict }) => verdict !== 'good');
