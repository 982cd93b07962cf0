import { z } from 'zod';

/** An id as it comes: a number, or a string where a number could not hold it (see parseLosslessJson). */
export const wireId = z.union([z.number().int(), z.string().min(1)]).transform(String);

const customField = z.object({ id: wireId, value: z.unknown().optional() });

/** Where the next page is, in either way of paging that Zendesk answers in (zendesk-openapi.json). */
export const pageSchema = {
  next_page: z.string().nullish(),
  links: z.object({ next: z.string().nullish() }).nullish(),
  meta: z.object({ has_more: z.boolean().nullish() }).nullish(),
};

/** `POST /oauth/tokens` (zendesk.md 8.1). `expires_in` is in seconds. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().nullish(),
});

/** Where something came from; what stands in `from` and `to` depends on `rel` (zendesk.md 8.2 and 8.4). */
const via = z
  .object({
    source: z
      .object({
        rel: z.string().nullish(),
        from: z.object({ ticket_id: wireId.nullish() }).nullish(),
        to: z.object({ ticket_id: wireId.nullish() }).nullish(),
      })
      .nullish(),
  })
  .nullish();

const ticket = z.object({
  id: wireId,
  requester_id: wireId,
  status: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  type: z.string().nullish(),
  problem_id: wireId.nullish(),
  tags: z.array(z.string()).nullish(),
  via,
  /** Follow-ups, shown of a closed ticket (zendesk-openapi.json, TicketObject). */
  followup_ids: z.array(wireId).nullish(),
  custom_fields: z.array(customField).nullish(),
});

/** `GET /api/v2/tickets/{id}`, the part we read. */
export const ticketAnswer = z.object({ ticket });

/** The ticket of {@link ticketAnswer}. */
export type WireTicket = z.infer<typeof ticket>;

/** `GET /api/v2/tickets/show_many`, the part we read (zendesk-openapi.json). */
export const ticketsAnswer = z.object({
  tickets: z.array(z.object({ id: wireId, custom_fields: z.array(customField).nullish() })),
});

/** `GET /api/v2/tickets/{id}/incidents`, the part we read (zendesk-openapi.json). */
export const incidentsAnswer = z.object({ tickets: z.array(ticket), ...pageSchema });

/**
 * `GET /api/v2/incremental/tickets/cursor`, the part we read (zendesk.md 8.4). Nothing more is asked of a ticket: one
 * that Zendesk has half erased must not stop the export.
 */
export const exportAnswer = z.object({
  tickets: z.array(
    z.object({
      id: wireId,
      status: z.string().nullish(),
      updated_at: z.iso.datetime({ offset: true }),
      /** Seconds since 1970. */
      generated_timestamp: z.number().int().nonnegative().nullish(),
      custom_fields: z.array(customField).nullish(),
    }),
  ),
  after_cursor: z.string().nullish(),
  end_of_stream: z.boolean(),
});

/** One ticket of {@link exportAnswer}. */
export type WireExportedTicket = z.infer<typeof exportAnswer>['tickets'][number];

/** `GET /api/v2/users/{id}`, the part we read; a deleted user is answered with `active: false`. */
export const userAnswer = z.object({
  user: z.object({
    id: wireId,
    email: z.string().nullish(),
    verified: z.boolean().nullish(),
    role: z.string(),
    locale: z.string().nullish(),
    active: z.boolean().nullish(),
    user_fields: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** `GET /api/v2/users/me`, the part we read (zendesk-openapi.json). Who is not signed in has no id. */
export const ownUserAnswer = z.object({ user: z.object({ id: wireId }) });

/** The user of {@link userAnswer}. */
export type WireUser = z.infer<typeof userAnswer>['user'];

/** `GET /api/v2/users/{id}/identities`, the part we read (zendesk-openapi.json, UserIdentityObject). */
export const identitiesAnswer = z.object({
  identities: z.array(
    z.object({ type: z.string(), value: z.string().nullish(), verified: z.boolean().nullish() }),
  ),
  ...pageSchema,
});

/** One page of {@link identitiesAnswer}. */
export type WireIdentities = z.infer<typeof identitiesAnswer>;

/** `GET /api/v2/users/{id}/group_memberships`, the part we read (zendesk-openapi.json). */
export const membershipsAnswer = z.object({
  group_memberships: z.array(z.object({ group_id: wireId })),
  ...pageSchema,
});

/** `GET /api/v2/job_statuses/{id}` and the answer of what starts a job, the part we read (zendesk-openapi.json). */
export const jobStatusAnswer = z.object({
  job_status: z.object({
    id: z.string().min(1),
    status: z.string(),
    results: z
      .union([
        z.array(z.object({ id: wireId.nullish(), success: z.boolean().nullish() })),
        z.object({ success: z.boolean() }),
      ])
      .nullish(),
  }),
});

/** The job of {@link jobStatusAnswer}. */
export type WireJobStatus = z.infer<typeof jobStatusAnswer>['job_status'];

/** `GET /api/v2/ticket_fields`, the part we read. */
export const ticketFieldsAnswer = z.object({
  ticket_fields: z.array(
    z.object({
      id: wireId,
      type: z.string().nullish(),
      active: z.boolean().nullish(),
      custom_field_options: z.array(z.object({ value: z.string() })).nullish(),
      regexp_for_validation: z.string().nullish(),
    }),
  ),
  ...pageSchema,
});

/** `GET /api/v2/tickets/{id}/audits`, the part we read (zendesk.md 8.4). */
export const auditsAnswer = z.object({
  audits: z.array(
    z.object({
      id: wireId,
      author_id: wireId,
      created_at: z.string().nullish(),
      via,
      events: z.array(
        z.object({
          type: z.string().nullish(),
          field_name: z.unknown().optional(),
          value: z.unknown().optional(),
          previous_value: z.unknown().optional(),
          /** `rule` where a trigger or an automation made the change (zendesk.md 8.4). */
          via: z.object({ channel: z.unknown().optional() }).nullish(),
          body: z.string().nullish(),
          public: z.boolean().nullish(),
          author_id: wireId.nullish(),
        }),
      ),
    }),
  ),
  ...pageSchema,
});

/** One audit of {@link auditsAnswer}. */
export type WireAudit = z.infer<typeof auditsAnswer>['audits'][number];

/** Any answer that comes in pages. */
export type PagedAnswer = {
  next_page?: string | null | undefined;
  links?: { next?: string | null | undefined } | null | undefined;
  meta?: { has_more?: boolean | null | undefined } | null | undefined;
};
