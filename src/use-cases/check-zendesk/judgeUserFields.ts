import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { Saying } from '../../domain/setup/saying';
import type { SeenUserField, WantedSetup } from '../ports/deskInspection';
import type { Judgement } from './judgement';

type WantedUserField = WantedSetup['userFields'][number];

/** Whether the fields of users are there, active and of their type. They are known by their keys. */
export function judgeUserFields(
  wanted: readonly WantedUserField[],
  seen: readonly SeenUserField[],
): Judgement[] {
  const problems = wanted.flatMap((field) => judgeUserField(field, seen));
  if (problems.length > 0) return problems;
  return [toFinding('user fields', 'good', say('user_fields_good', { count: wanted.length }))];
}

function judgeUserField(
  { key, title: wantedTitle, type: wantedType }: WantedUserField,
  seen: readonly SeenUserField[],
): Judgement[] {
  const field = seen.find((one) => one.key === key);
  const toProblem = (found: Saying, change: Saying) => [toFinding('user fields', 'problem', found, change)];
  if (field === undefined) {
    return toProblem(say('user_field_absent', { key }), say('user_field_install', { title: wantedTitle }));
  }
  const { title, type, isActive } = field;
  if (!isActive) return toProblem(say('user_field_off', { title, key }), say('user_field_switch_on'));
  if (type === wantedType) return [];
  return toProblem(
    say('user_field_type', { title, key, type, wanted: wantedType }),
    say('user_field_delete'),
  );
}
