import requirements from '../../../../requirements.json';
import type { Option, WantedRule, WantedSetup } from '../../../use-cases/ports/deskInspection';

type RawCondition = { field: string; operator: string; value: unknown };
type RawField = { title: string; custom_field_options?: Option[]; regexp_for_validation?: string };
type RawRule = {
  title: string;
  active?: boolean;
  conditions?: { all: RawCondition[]; any: RawCondition[] };
  all?: RawCondition[];
  any?: RawCondition[];
  actions?: { field: string; value: unknown }[];
};

/** What the package fills in with the address of the shop. */
const BUY_URL = '__BUY_URL__';

/** What the app asks for, from the very file that its package is made of. Mails name `buyUrl`, where clients buy credits. */
export function readWantedSetup(buyUrl: string): WantedSetup {
  const { ticket_fields, user_fields, webhooks, triggers, macros, views } = fill(requirements, buyUrl);
  return {
    ticketFields: Object.entries<RawField>(ticket_fields).map(([identifier, field]) => ({
      identifier,
      title: field.title,
      options: field.custom_field_options ?? [],
      pattern: field.regexp_for_validation,
    })),
    userFields: Object.values(user_fields).map(({ key, title, type }) => ({ key, title, type })),
    webhook: { name: webhooks.support_credits_webhook.name },
    triggers: toRules(triggers),
    macros: toRules(macros),
    views: toRules(views),
  };
}

function fill<Value>(value: Value, buyUrl: string): Value {
  return JSON.parse(JSON.stringify(value), (_key, held: unknown) =>
    typeof held === 'string' ? held.replaceAll(BUY_URL, () => buyUrl) : held,
  ) as Value;
}

function toRules(group: Record<string, RawRule>): WantedRule[] {
  return Object.entries(group).map(([identifier, rule]) => ({
    identifier,
    title: rule.title,
    isActive: rule.active !== false,
    conditions: rule.conditions ?? { all: rule.all ?? [], any: rule.any ?? [] },
    actions: rule.actions ?? [],
  }));
}
