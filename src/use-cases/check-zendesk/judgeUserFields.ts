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
  return [{ step: 'user fields', verdict: 'good', found: `All ${wanted.length} user fields are there.` }];
}

function judgeUserField({ key, title, type }: WantedUserField, seen: readonly SeenUserField[]): Judgement[] {
  const field = seen.find((one) => one.key === key);
  const say = (found: string, change: string): Judgement[] => [
    { step: 'user fields', verdict: 'problem', found, change },
  ];
  if (field === undefined) {
    return say(`There is no user field with the key ${key}.`, `Install the app, which brings «${title}».`);
  }
  if (!field.isActive) {
    return say(
      `The user field «${field.title}» (${key}) is switched off.`,
      'Switch it on again under People, User fields.',
    );
  }
  if (field.type !== type) {
    return say(
      `The user field «${field.title}» (${key}) is of the type ${field.type}, not ${type}.`,
      'Delete it and install the app again: a type cannot be changed.',
    );
  }
  return [];
}
