import * as z from 'zod/mini';

/** The triggers that the app ships, by their names in `requirements.json`, in the order in which they have to run. */
export const TRIGGER_KEYS = [
  'support_credits_1_tech_topic',
  'support_credits_2_default_sales',
  'support_credits_3_created',
  'support_credits_4_updated',
  'support_credits_5_debited',
  'support_credits_6_waived',
  'support_credits_7_held',
  'support_credits_8_refunded',
  'support_credits_9_low',
  'support_credits_10_out',
] as const;

/** One of the closed list of triggers. */
export type TriggerKey = (typeof TRIGGER_KEYS)[number];

/** In what a trigger can differ from the shipped one. `order`: it runs before one that has to run earlier. */
export const TRIGGER_DIFFERENCES = ['title', 'active', 'conditions', 'actions', 'order'] as const;

/** One of the closed list of differences. */
export type TriggerDifference = (typeof TRIGGER_DIFFERENCES)[number];

const count = z.int().check(z.nonnegative());

/** In Zendesk's own words (its conditions and actions reference). */
const condition = z.object({ field: z.string(), operator: z.string(), value: z.unknown() });
const action = z.object({ field: z.string(), value: z.unknown() });

const rule = z.object({
  title: z.string(),
  isActive: z.boolean(),
  conditions: z.object({ all: z.array(condition), any: z.array(condition) }),
  actions: z.array(action),
});

/** A trigger's content as Zendesk writes it. */
export type TriggerRule = z.infer<typeof rule>;

/** How often a trigger fired within the last hour, day, week and 30 days; Zendesk tells no time of the last firing. */
const uses = z.object({ hour: count, day: count, week: count, month: count });

export type TriggerUses = z.infer<typeof uses>;

const appTrigger = z.object({
  key: z.enum(TRIGGER_KEYS),
  /** As it stands in Zendesk now; null: it is missing. */
  seen: z.nullable(
    z.object({
      id: z.string(),
      /** Its place among all triggers of the account, as Zendesk counts. */
      position: z.int(),
      rule,
      /** Null: Zendesk does not say. */
      uses: z.nullable(uses),
    }),
  ),
  /** As it is shipped, with the ids that fields and webhook have in this account. */
  shipped: rule,
  /** None where it is missing. */
  differences: z.array(z.enum(TRIGGER_DIFFERENCES)),
  /** The same trigger once more: from a second installation, or a copy. */
  doubles: z.array(z.object({ id: z.string(), title: z.string(), isActive: z.boolean() })),
  /** False: fields or the webhook that it names are not there, so the shipped one could not work. */
  canRestore: z.boolean(),
});

export type AppTrigger = z.infer<typeof appTrigger>;

/** The triggers of the app in the order in which Zendesk runs them; missing ones last. */
export const appTriggersSchema = z.object({ triggers: z.array(appTrigger) });

export type AppTriggers = z.infer<typeof appTriggersSchema>;
