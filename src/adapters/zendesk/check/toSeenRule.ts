import type { SeenRule } from '../../../use-cases/ports/deskInspection';
import type { WireRule } from './wireSetup';

/** Maps a rule of the wire. A condition without an operator asks for equality (zendesk.md 6.2). */
export function toSeenRule({ id, title, active, position, conditions, actions }: WireRule): SeenRule {
  const toConditions = (list: NonNullable<WireRule['conditions']>['all']) =>
    (list ?? []).map(({ field, operator, value }) => ({
      field,
      operator: operator ?? 'is',
      value: value ?? null,
    }));
  return {
    id,
    title,
    isActive: active !== false,
    position: position ?? 0,
    conditions: { all: toConditions(conditions?.all), any: toConditions(conditions?.any) },
    actions: (actions ?? []).map(({ field, value }) => ({ field, value: value ?? null })),
  };
}
