import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import { hasStoredFilter } from '../hasStoredFilter';
import type { Reading } from '../reading';
import type { InspectedList } from './inspectedLists';

/** Whether a filter that was once stored for the service user shortens one of the lists (billmanager.md 1.1). */
export async function lookAtFilters(
  reading: Reading,
  lists: readonly InspectedList[],
): Promise<BillingFinding[]> {
  const findings: BillingFinding[] = [];
  for (const list of lists) if (await hasStoredFilter(reading, list.func)) findings.push(toProblem(list));
  if (findings.length > 0) return findings;
  return [toFinding('filters', 'good', say('filters_good'))];
}

function toProblem({ func, section }: InspectedList): BillingFinding {
  return toFinding(
    'filters',
    'problem',
    say('filter_stored', { list: func }),
    say('filter_reset', { section }),
  );
}
