import type { TriggerDifference, TriggerRule } from '../../../contract/triggers';
import type { AdminSpeech } from '../../shared/i18n/adminI18n';

/** A part of a trigger: its name, and what stands in it, line by line. Of a list, some lines can be the same on both sides. */
export type RulePart = { name: string; lines: string[]; isList: boolean };

/** The parts of a trigger that differ, conditions and actions in Zendesk's own words. */
export function toRuleParts(
  { title, isActive, conditions, actions }: TriggerRule,
  differences: readonly TriggerDifference[],
  { t, format }: AdminSpeech,
): RulePart[] {
  const parts: [TriggerDifference, RulePart][] = [
    ['title', { name: format.sentence(t('triggers.difference.title')), lines: [title], isList: false }],
    [
      'active',
      {
        name: format.sentence(t('triggers.difference.active')),
        lines: [isActive ? t('triggers.state.on') : t('triggers.state.off')],
        isList: false,
      },
    ],
    [
      'conditions',
      { name: t('triggers.part.all'), lines: conditions.all.map(toConditionLine), isList: true },
    ],
    [
      'conditions',
      { name: t('triggers.part.any'), lines: conditions.any.map(toConditionLine), isList: true },
    ],
    [
      'actions',
      {
        name: format.sentence(t('triggers.difference.actions')),
        lines: actions.map(toActionLine),
        isList: true,
      },
    ],
  ];
  return parts.flatMap(([difference, part]) => (differences.includes(difference) ? [part] : []));
}

function toConditionLine({ field, operator, value }: TriggerRule['conditions']['all'][number]): string {
  return [field, operator, toText(value)].join(' ').trim();
}

function toActionLine({ field, value }: TriggerRule['actions'][number]): string {
  return `${field} ${toText(value)}`.trim();
}

function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toText).join('\n');
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  return String(value ?? '');
}
