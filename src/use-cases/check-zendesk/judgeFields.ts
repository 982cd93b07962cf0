import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { SeenField } from '../ports/deskInspection';
import type { FoundField } from './findFields';
import { judgeCreditsLeft } from './judgeCreditsLeft';
import type { Judgement } from './judgement';
import { nameField, nameFields } from './nameField';

const STEP = 'fields';

/** Whether each ticket field of the app is there once, active, and offers every value. */
export function judgeFields(found: readonly FoundField[]): Judgement[] {
  return found.flatMap((one) => (one.wanted.pattern === undefined ? judgeField(one) : judgeCreditsLeft(one)));
}

function judgeField({ wanted, candidates }: FoundField): Judgement[] {
  const [field, ...others] = candidates;
  if (field === undefined) {
    return [toFinding(STEP, 'problem', say('field_absent', { title: wanted.title }), say('field_install'))];
  }
  const named = nameField(field);
  if (!field.isActive) {
    return [toFinding(STEP, 'problem', say('field_off', { field: named }), say('field_switch_on'))];
  }
  return [...judgeOthers(named, others), ...judgeOptions(named, field, wanted.options)];
}

function judgeOthers(named: string, others: readonly SeenField[]): Judgement[] {
  const active = others.filter(({ isActive }) => isActive);
  if (active.length === 0) return [];
  const doubled = say('field_doubled', { field: named, others: nameFields(active) });
  return [toFinding(STEP, 'problem', doubled, say('field_switch_other_off'))];
}

function judgeOptions(named: string, field: SeenField, wanted: SeenField['options']): Judgement[] {
  const missing = wanted.filter(({ value }) => !field.options.some((option) => option.value === value));
  if (missing.length === 0) return [toFinding(STEP, 'good', say('field_good', { field: named }))];
  const values = { list: missing.map(({ value }) => value) };
  return [
    {
      ...toFinding(STEP, 'problem', say('options_missing', { field: named, values }), say('options_add')),
      repair: { kind: 'add_options', fieldId: field.id, options: missing },
    },
  ];
}
