import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { FoundField } from './findFields';
import { nameField, nameFields } from './nameField';
import type { Judgement } from './judgement';

const STEP = 'fields';

/**
 * Whether the field that takes the number of credits left is there once and active. The bridge works without it, and so do the mails,
 * which then name no number: where it is missing or switched off, that is told and no problem.
 */
export function judgeCreditsLeft({ wanted, candidates: [field, ...others] }: FoundField): Judgement[] {
  if (field === undefined) {
    const absent = say('credits_left_absent', { title: wanted.title });
    return [toFinding(STEP, 'note', absent, say('credits_left_update'))];
  }
  const named = nameField(field);
  if (!field.isActive) {
    return [
      toFinding(STEP, 'note', say('credits_left_off', { field: named }), say('credits_left_switch_on')),
    ];
  }
  const active = others.filter(({ isActive }) => isActive);
  if (active.length === 0) return [toFinding(STEP, 'good', say('credits_left_good', { field: named }))];
  const several = say('credits_left_several', { field: named, others: nameFields(active) });
  return [toFinding(STEP, 'problem', several, say('credits_left_keep', { field: named }))];
}
