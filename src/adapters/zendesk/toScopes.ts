import type { Outcome, ZendeskRequest } from './sendOnce';

/** Kinds of request for which Zendesk has a limit of its own (zendesk.md 8.5), by method and path. */
const KINDS = [
  { kind: 'ticket_updates', method: 'PUT', path: /^\/api\/v2\/tickets\/\d+(\.json)?$/ },
  { kind: 'user_updates', method: 'PUT', path: /^\/api\/v2\/users\/\d+(\.json)?$/ },
  { kind: 'exports', method: 'GET', path: /^\/api\/v2\/incremental\// },
] as const;

/** A kind of request with a limit of its own. */
export type LimitedKind = (typeof KINDS)[number]['kind'];

/** What a limit may be about: everything that the account is asked, one kind, one address; the widest first. */
export function toScopes(request: ZendeskRequest): string[] {
  const kind = toKind(request);
  return [ACCOUNT, ...(kind === undefined ? [] : [kind]), toAddress(request)];
}

/** The kind of a request that is limited as such. */
export function toKind({ method, path }: ZendeskRequest): LimitedKind | undefined {
  const bare = path.split('?')[0] ?? '';
  return KINDS.find((each) => each.method === method && each.path.test(bare))?.kind;
}

const ACCOUNT = 'account';

/**
 * Whom a 429 concerns. Zendesk says with each answer how much is left of the account's limit and of a kind's: where one of
 * them says nothing is left, it is that. Where both have something left, the limit is that of this address (30 updates of one
 * ticket in ten minutes): a pause for all requests because of one ticket would be a storm's victory. Without a word about the
 * account, all wait.
 */
export function toLimitedScope(
  request: ZendeskRequest,
  { rateHeaders = {} }: Outcome & { kind: 'answered' },
): string {
  const left = rateHeaders['ratelimit-remaining'] ?? rateHeaders['x-rate-limit-remaining'];
  if (left === undefined || Number(left) === 0) return ACCOUNT;
  const isKindUsedUp = Object.entries(rateHeaders).some(
    ([name, value]) => name.startsWith('zendesk-ratelimit-') && /\bremaining=0\b/.test(value),
  );
  return (isKindUsedUp ? toKind(request) : undefined) ?? toAddress(request);
}

/** Method and path: a page further on of the same list is the same address. */
function toAddress({ method, path }: ZendeskRequest): string {
  return `${method} ${path.split('?')[0] ?? ''}`;
}
