import type { Finding } from '../../../use-cases/ports/billingInspection';
import type { InspectedList } from './inspectedLists';

/** Names the way around a problem with a list, where there is one. */
export function addAlternative(finding: Finding, { orElse }: InspectedList): Finding {
  if (finding.verdict !== 'problem' || orElse === undefined) return finding;
  return { ...finding, change: [finding.change, orElse].filter((words) => words !== undefined).join(' ') };
}
