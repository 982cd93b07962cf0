/** Paths of the bridge that the browser calls (design.md, section 7). */
export const paths = {
  /** GET, answers {@link import('./creditsView').creditsViewSchema}. */
  ticketCredits: (ticketId: string) => `/v1/tickets/${encodeURIComponent(ticketId)}/credits`,
  /** POST without a body; answers 202 and only queues a reconcile. */
  ticketRecheck: (ticketId: string) => `/v1/tickets/${encodeURIComponent(ticketId)}/recheck`,
} as const;

/** Audience of the JWT that Zendesk's proxy signs for the sidebar (HS256, secret = secure setting `shared_secret`). */
export const SIDEBAR_TOKEN_AUDIENCE = 'support-credits-bridge';

/** Issuer of the same JWT. */
export const SIDEBAR_TOKEN_ISSUER = 'support-credits-app';
