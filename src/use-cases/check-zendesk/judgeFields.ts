import type { SeenField } from '../ports/deskInspection';
import type { FoundField } from './findFields';
import { judgeCreditsLeft } from './judgeCreditsLeft';
import type { Judgement } from './judgement';

const STEP = 'fields';

/** Whether each ticket field of the app is there once, active, and offers every value. */
export function judgeFields(found: readonly FoundField[]): Judgement[] {
  return found.flatMap((one) => (one.wanted.pattern === undefined ? judgeField(one) : judgeCreditsLeft(one)));
}

function judgeField({ wanted, candidates }: FoundField): Judgement[] {
  const [field, ...others] = candidates;
  if (field === undefined) {
    return [
      {
        step: STEP,
        verdict: 'problem',
        found: `No ticket field offers the values of «${wanted.title}».`,
        change: 'Install the app, or install it again: the field comes with it.',
      },
    ];
  }
  const named = `«${field.title}» (${field.id})`;
  if (!field.isActive) {
    return [
      {
        step: STEP,
        verdict: 'problem',
        found: `The ticket field ${named} is switched off.`,
        change:
          'Switch it on again under Objects and rules, Tickets, Fields: the bridge reads and writes it.',
      },
    ];
  }
  return [...judgeOthers(named, others), ...judgeOptions(named, field, wanted.options)];
}

function judgeOthers(named: string, others: readonly SeenField[]): Judgement[] {
  const active = others.filter(({ isActive }) => isActive);
  if (active.length === 0) return [];
  const names = active.map(({ id, title }) => `«${title}» (${id})`).join(', ');
  return [
    {
      step: STEP,
      verdict: 'problem',
      found: `Values of ${named} are offered by another ticket field too: ${names}.`,
      change:
        'Switch that field off, or uninstall the second installation of the app: the bridge takes one of them.',
    },
  ];
}

function judgeOptions(named: string, field: SeenField, wanted: SeenField['options']): Judgement[] {
  const missing = wanted.filter(({ value }) => !field.options.some((option) => option.value === value));
  if (missing.length === 0) {
    return [{ step: STEP, verdict: 'good', found: `The ticket field ${named} offers every value.` }];
  }
  return [
    {
      step: STEP,
      verdict: 'problem',
      found: `The ticket field ${named} does not offer ${missing.map(({ value }) => value).join(', ')}.`,
      change: 'Update the app, or let --repair add them.',
      repair: { kind: 'add_options', fieldId: field.id, options: missing },
    },
  ];
}
