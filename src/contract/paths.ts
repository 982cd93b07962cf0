/** Paths of the bridge that the browser calls (design.md, section 7). */
export const paths = {
  /** GET, answers {@link import('./creditsView').creditsViewSchema}. */
  ticketCredits: (ticketId: string) => `/v1/tickets/${encodeURIComponent(ticketId)}/credits`,
  /** POST without a body; answers 202 and only queues a reconcile. */
  ticketRecheck: (ticketId: string) => `/v1/tickets/${encodeURIComponent(ticketId)}/recheck`,
  /** GET, answers {@link import('./creditsView').clientViewSchema}; the requester is a user of Zendesk. */
  requesterCredits: (requesterId: string) => `/v1/requesters/${encodeURIComponent(requesterId)}/credits`,
  /** GET, answers {@link import('./entriesPage').entriesPageSchema}. */
  accountEntries: (billingAccountId: string, query: EntriesQuery = {}) =>
    `/v1/accounts/${encodeURIComponent(billingAccountId)}/entries${toQuery(query)}`,
  /** GET, answers {@link import('./receipt').receiptSchema}. */
  entryReceipt: (billingAccountId: string, entryKey: string) =>
    `/v1/accounts/${encodeURIComponent(billingAccountId)}/entries/${encodeURIComponent(entryKey)}/receipt`,
  /** POST of {@link import('./accountSearch').accountSearchSchema}, answers {@link import('./accountSearch').accountCandidatesSchema}. */
  accountSearch: () => '/v1/accounts/search',
} as const;

/** Which page of a history: older than `before`, only what the problem of `ticketId` is about, so many entries (20). */
export type EntriesQuery = { before?: string; ticketId?: string; limit?: number };

function toQuery({ before, ticketId, limit }: EntriesQuery): string {
  const pairs = Object.entries({ before, ticket: ticketId, limit }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Audience of the JWT that Zendesk's proxy signs for the sidebar (HS256, secret = secure setting `shared_secret`). */
export const SIDEBAR_TOKEN_AUDIENCE = 'support-credits-bridge';

/** Issuer of the same JWT. */
export const SIDEBAR_TOKEN_ISSUER = 'support-credits-app';
