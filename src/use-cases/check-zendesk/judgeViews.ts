import type { FoundRule } from './findRules';
import type { Judgement } from './judgement';
import { judgeFieldsOfRules } from './judgeFieldsOfRules';
import type { References } from './resolveReferences';

/** Whether the views are there; what they show is the choice of the admin. */
export function judgeViews(found: readonly FoundRule[], references: References): Judgement[] {
  const missing = found.filter(({ candidates }) => candidates.length === 0);
  const judgements = judgeFieldsOfRules('views', found, references);
  if (missing.length > 0) {
    judgements.push({
      step: 'views',
      verdict: 'note',
      found: `Views that are missing: ${missing.map(({ wanted }) => `«${wanted.title}»`).join(', ')}.`,
      change: 'To have them back, install the app again.',
    });
  }
  if (judgements.length > 0) return judgements;
  return [{ step: 'views', verdict: 'good', found: `All ${found.length} views are there.` }];
}
