import { z } from 'zod';
import { pageSchema, wireId } from '../wire';

/** `GET /api/v2/users/me`, the part we read. Anonymous callers are answered with a user without an id. */
export const currentUserAnswer = z.object({
  user: z.object({
    id: wireId.nullish(),
    name: z.string().nullish(),
    role: z.string().nullish(),
    last_login_at: z.string().nullish(),
  }),
});

/** `GET /api/v2/oauth/tokens/current`, the part we read. */
export const currentTokenAnswer = z.object({ token: z.object({ scopes: z.array(z.string()).nullish() }) });

/** `GET /api/v2/apps/installations`, the part we read. */
export const installationsAnswer = z.object({
  installations: z.array(
    z.object({
      id: wireId,
      enabled: z.boolean().nullish(),
      settings: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/apps/installations/{id}/requirements`, the part we read (zendesk.md 4). */
export const requirementsAnswer = z.object({
  requirements: z.array(
    z.object({ identifier: z.string(), requirement_id: wireId, requirement_type: z.string() }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/ticket_fields`, as the setup looks at it. */
export const setupFieldsAnswer = z.object({
  ticket_fields: z.array(
    z.object({
      id: wireId,
      type: z.string().nullish(),
      title: z.string().nullish(),
      active: z.boolean().nullish(),
      regexp_for_validation: z.string().nullish(),
      custom_field_options: z.array(z.object({ name: z.string().nullish(), value: z.string() })).nullish(),
    }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/user_fields`, the part we read. */
export const userFieldsAnswer = z.object({
  user_fields: z.array(
    z.object({
      key: z.string(),
      title: z.string().nullish(),
      type: z.string(),
      active: z.boolean().nullish(),
    }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/ticket_forms`, the part we read. */
export const formsAnswer = z.object({
  ticket_forms: z.array(
    z.object({
      id: wireId,
      name: z.string().nullish(),
      active: z.boolean().nullish(),
      default: z.boolean().nullish(),
      end_user_visible: z.boolean().nullish(),
      ticket_field_ids: z.array(wireId).nullish(),
    }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/webhooks`, the part we read (zendesk.md 7.1). */
export const webhooksAnswer = z.object({
  webhooks: z.array(
    z.object({
      id: wireId,
      name: z.string(),
      endpoint: z.string(),
      status: z.string(),
      http_method: z.string(),
      request_format: z.string(),
      subscriptions: z.array(z.string()).nullish(),
    }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/webhooks/{id}/invocations`, the part we read. */
export const invocationsAnswer = z.object({
  invocations: z.array(z.object({ status: z.string().nullish() })),
});

const conditions = z
  .array(z.object({ field: z.string(), operator: z.string().nullish(), value: z.unknown().optional() }))
  .nullish();

const actions = z.array(z.object({ field: z.string(), value: z.unknown().optional() })).nullish();

/** A trigger, macro or view, the part we read. */
const rule = z.object({
  id: wireId,
  title: z.string(),
  active: z.boolean().nullish(),
  position: z.number().nullish(),
  conditions: z.object({ all: conditions, any: conditions }).nullish(),
  actions,
});

/** The rule of the answers below. */
export type WireRule = z.infer<typeof rule>;

const uses = z.int().nonnegative().nullish();

/** `GET /api/v2/triggers`, with the sideloads of how often each fired. */
export const triggersAnswer = z.object({
  triggers: z.array(rule.extend({ usage_1h: uses, usage_24h: uses, usage_7d: uses, usage_30d: uses })),
  ...pageSchema,
});

/** `GET /api/v2/macros`. */
export const macrosAnswer = z.object({ macros: z.array(rule), ...pageSchema });

/** `GET /api/v2/views`. */
export const viewsAnswer = z.object({ views: z.array(rule), ...pageSchema });
