/** Every code that `error.code` of an answer can hold. No sentence for people crosses the wire. */
export const ERROR_CODES = [
  'bad_request',
  'unauthorized',
  'admins_only',
  'too_many_requests',
  'signature_invalid',
  'timestamp_stale',
  'body_invalid',
  'not_found',
  'billing_webhook_off',
  'ticket_not_found',
  'requester_not_found',
  'entry_not_found',
  'account_search_invalid',
  'queue_unavailable',
  'zendesk_unavailable',
  'billing_unavailable',
  'billing_misconfigured',
  'database_unavailable',
  'internal_error',
] as const;

/** One of the closed list of codes. */
export type ErrorCode = (typeof ERROR_CODES)[number];
