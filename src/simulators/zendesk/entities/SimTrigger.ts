export type RuleValue = string | number | boolean | null | (string | number | [string, string])[];
export type TriggerCondition = { field: string; operator?: string; value?: RuleValue };
export type TriggerAction = { field: string; value: RuleValue };

/** A ticket trigger (zendesk.md 6.1). */
export type SimTrigger = {
  id: number;
  title: string;
  description: string;
  active: boolean;
  position: number;
  conditions: { all: TriggerCondition[]; any: TriggerCondition[] };
  actions: TriggerAction[];
  created_at: string;
  updated_at: string;
};
