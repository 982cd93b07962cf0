import type { ReportName } from './reports';
import type { SetupSystem } from './setupCheck';
import type { WorkPageKind } from './workPage';

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
  /** POST of {@link import('./dryRun').dryRunRequestSchema}, answers {@link import('./dryRun').dryRunSchema}; for admins. */
  dryRun: () => '/v1/admin/dry-run',
  /** GET, answers {@link import('./triggers').appTriggersSchema}; for admins. */
  appTriggers: () => '/v1/admin/triggers',
  /** GET, answers {@link import('./workPage').workCountsSchema}; for admins. */
  workCounts: () => '/v1/admin/work',
  /** GET, answers {@link import('./workPage').workPageSchema}; for admins. */
  workPage: (kind: WorkPageKind, query: { after?: string; limit?: number } = {}) =>
    `/v1/admin/work/${kind}${toQueryText(query)}`,
  /** GET, answers {@link import('./setupCheck').setupCheckSchema}; for admins. */
  setupCheck: (system: SetupSystem) => `/v1/admin/setup?system=${system}`,
  /** GET, answers {@link import('./bridgeStatus').bridgeStatusSchema}; for admins. */
  bridgeStatus: () => '/v1/admin/status',
  /** GET, answers {@link import('./policyView').policyViewSchema}; for admins. */
  policy: () => '/v1/admin/policy',
  /** GET, answers {@link import('./shadow').shadowPageSchema}, or CSV; `since` is a time, 14 days ago unless given; for admins. */
  shadow: (query: { since?: string; after?: string; limit?: number; format?: 'csv' } = {}) =>
    `/v1/admin/shadow${toQueryText(query)}`,
  /** GET, answers {@link import('./reports').reportSchema}, or CSV; for admins. */
  report: (name: ReportName, query: ReportQuery) => `/v1/admin/reports/${name}${toQueryText(query)}`,
} as const;

/** Which page of a history: older than `before`, only what the problem of `ticketId` is about, so many entries (20). */
export type EntriesQuery = { before?: string; ticketId?: string; limit?: number };

/** Days of UTC, both included; `product` '' is tickets that say none, without it all count; `by` is the day unless it is given. */
export type ReportQuery = {
  from: string;
  to: string;
  product?: string;
  by?: 'day' | 'product' | 'topic' | 'reason' | 'agent';
  format?: 'json' | 'csv';
};

function toQuery({ before, ticketId, limit }: EntriesQuery): string {
  return toQueryText({ before, ticket: ticketId, limit });
}

function toQueryText(query: Record<string, string | number | undefined>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Audience of the JWT that Zendesk's proxy signs for the sidebar (HS256, secret = secure setting `shared_secret`). */
export const SIDEBAR_TOKEN_AUDIENCE = 'support-credits-bridge';

/** Issuer of the same JWT. */
export const SIDEBAR_TOKEN_ISSUER = 'support-credits-app';

/** Claim of the same JWT for `/v1/admin`: the id of the person at the helpdesk who looks, as the browser says. */
export const USER_CLAIM = 'user_id';
