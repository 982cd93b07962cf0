import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import type { Reading } from '../reading';

/** Whether the groups of partners that the policy names are groups of the panel. Nothing to say where it names none. */
export async function lookAtGroups(
  { panel, signal }: Reading,
  partnerGroupIds: readonly string[],
): Promise<BillingFinding[]> {
  if (partnerGroupIds.length === 0) return [];
  const answer = await panel.ask('accountgroup', { filter: 'on', p_cnt: '1000', p_num: '1' }, signal);
  if (answer === undefined) {
    return [toFinding('rights', 'note', say('groups_refused'), say('groups_give_right'))];
  }
  const ids = new Set(answer.rows.flatMap((row) => row.get('id') ?? []));
  const unknown = partnerGroupIds.filter((id) => !ids.has(id));
  if (unknown.length === 0) return [toFinding('rights', 'good', say('groups_good'))];
  const found = say('groups_unknown', { groups: { list: unknown } });
  return [toFinding('rights', 'problem', found, say('groups_correct'))];
}
