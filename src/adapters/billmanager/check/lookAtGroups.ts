import type { Finding } from '../../../use-cases/ports/billingInspection';
import type { Reading } from '../reading';

/** Whether the groups of partners that the policy names are groups of the panel. Nothing to say where it names none. */
export async function lookAtGroups(
  { panel, signal }: Reading,
  partnerGroupIds: readonly string[],
): Promise<Finding[]> {
  if (partnerGroupIds.length === 0) return [];
  const answer = await panel.ask('accountgroup', { filter: 'on', p_cnt: '1000', p_num: '1' }, signal);
  if (answer === undefined) {
    return [
      {
        step: 'rights',
        verdict: 'note',
        found:
          'accountgroup: not allowed, so billing.partnerGroupIds cannot be compared with the groups there are.',
        change:
          'Give the service user, or its department, the right to «Client groups» (function accountgroup) in BILLmanager.',
      },
    ];
  }
  const ids = new Set(answer.rows.flatMap((row) => row.get('id') ?? []));
  const unknown = partnerGroupIds.filter((id) => !ids.has(id));
  if (unknown.length === 0) {
    return [
      {
        step: 'rights',
        verdict: 'good',
        found: 'accountgroup: allowed, all groups of billing.partnerGroupIds are there.',
      },
    ];
  }
  return [
    {
      step: 'rights',
      verdict: 'problem',
      found: `accountgroup: there is no group ${unknown.join(', ')}.`,
      change:
        'Correct the policy key billing.partnerGroupIds: it wants ids, which «Client groups» in BILLmanager shows.',
    },
  ];
}
