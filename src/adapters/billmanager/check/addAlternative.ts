import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import type { InspectedList } from './inspectedLists';

/** Names the way around a problem with a list, where there is one. */
export function addAlternative(finding: BillingFinding, { orElse }: InspectedList): BillingFinding {
  if (finding.verdict !== 'problem' || orElse === undefined) return finding;
  return { ...finding, change: [...finding.change, orElse] };
}
