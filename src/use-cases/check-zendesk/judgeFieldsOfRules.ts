import type { DeskStep } from '../ports/deskInspection';
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
    return [
      {
        step,
        verdict: 'problem',
        found: `«${rule.title}» names a field that is not there, or not the one that the bridge takes.`,
        change: 'Open it, and choose the field again.',
      },
    ];
  });
}
