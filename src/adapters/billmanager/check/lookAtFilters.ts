import type { Finding } from '../../../use-cases/ports/billingInspection';
import { hasStoredFilter } from '../hasStoredFilter';
import type { Reading } from '../reading';
import type { InspectedList } from './inspectedLists';

/** Whether a filter that was once stored for the service user shortens one of the lists (billmanager.md 1.1). */
export async function lookAtFilters(reading: Reading, lists: readonly InspectedList[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const list of lists) if (await hasStoredFilter(reading, list.func)) findings.push(toFinding(list));
  if (findings.length > 0) return findings;
  return [{ step: 'filters', verdict: 'good', found: 'No stored filter shortens a list that is shown.' }];
}

function toFinding({ func, section }: InspectedList): Finding {
  return {
    step: 'filters',
    verdict: 'problem',
    found: `${func}: a filter that is stored for the service user shortens this list without a word.`,
    change: `Log in to BILLmanager as the service user, open «${section}» and reset the filter; nobody should use that login in a browser.`,
  };
}
