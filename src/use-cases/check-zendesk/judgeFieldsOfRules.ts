import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { DeskStep } from '../../domain/setup/steps';
import type { FoundRule } from './findRules';
import type { Judgement } from './judgement';
import { resolveReferences } from './resolveReferences';
import type { References } from './resolveReferences';

/** Whether macros and views name fields that are there. The app's own name none; people may have added some. */
export function judgeFieldsOfRules(
  step: DeskStep,
  found: readonly FoundRule[],
  references: References,
): Judgement[] {
  return found.flatMap(({ wanted, candidates: [rule] }): Judgement[] => {
    if (rule === undefined) return [];
    const { unknown, isChanged } = resolveReferences(rule, wanted, references);
    if (unknown.length === 0 && !isChanged) return [];
    const wrong = say('rule_wrong_field', { title: rule.title });
    return [toFinding(step, 'problem', wrong, say('rule_choose_field'))];
  });
}
