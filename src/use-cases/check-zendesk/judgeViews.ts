import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { FoundRule } from './findRules';
import type { Judgement } from './judgement';
import { judgeFieldsOfRules } from './judgeFieldsOfRules';
import { quote } from './quote';
import type { References } from './resolveReferences';

/** Whether the views are there; what they show is the choice of the admin. */
export function judgeViews(found: readonly FoundRule[], references: References): Judgement[] {
  const missing = found.filter(({ candidates }) => candidates.length === 0);
  const judgements = judgeFieldsOfRules('views', found, references);
  if (missing.length > 0) {
    const titles = quote(missing.map(({ wanted }) => wanted));
    judgements.push(toFinding('views', 'note', say('views_missing', { titles }), say('views_install')));
  }
  if (judgements.length > 0) return judgements;
  return [toFinding('views', 'good', say('views_good', { count: found.length }))];
}
