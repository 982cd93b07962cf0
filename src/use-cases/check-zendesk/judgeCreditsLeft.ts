import type { FoundField } from './findFields';
import type { Judgement } from './judgement';

const STEP = 'fields';

/**
 * Whether the field that takes the number of credits left is there once and active. The bridge works without it, and so do the mails,
 * which then name no number: where it is missing or switched off, that is told and no problem.
 */
export function judgeCreditsLeft({ wanted, candidates: [field, ...others] }: FoundField): Judgement[] {
  if (field === undefined) {
    return [
      {
        step: STEP,
        verdict: 'note',
        found: `There is no ticket field «${wanted.title}», so mails do not tell clients how many credits are left.`,
        change: 'Update the app: the field comes with it, and the mails that name the number.',
      },
    ];
  }
  const named = `«${field.title}» (${field.id})`;
  if (!field.isActive) {
    return [
      {
        step: STEP,
        verdict: 'note',
        found: `The ticket field ${named} is switched off, so mails do not tell clients how many credits are left.`,
        change: 'Switch it on under Objects and rules, Tickets, Fields, or leave it so if that is wanted.',
      },
    ];
  }
  const active = others.filter(({ isActive }) => isActive);
  if (active.length === 0) {
    return [
      { step: STEP, verdict: 'good', found: `The ticket field ${named} takes the number of credits left.` },
    ];
  }
  const names = active.map(({ id, title }) => `«${title}» (${id})`).join(', ');
  return [
    {
      step: STEP,
      verdict: 'problem',
      found: `More than one ticket field takes the number of credits left: ${named}, ${names}.`,
      change: `Keep ${named}, which the bridge writes; switch the others off, or uninstall the second installation of the app.`,
    },
  ];
}
