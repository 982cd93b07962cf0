import type { Outcome } from './sendOnce';

/** What an answer says of the account's limit of requests in a minute (zendesk.md 8.5); undefined: nothing. */
export function readLimitLeft(outcome: Outcome): { limit: number; remaining: number } | undefined {
  if (outcome.kind === 'failed') return undefined;
  const headers = outcome.rateHeaders ?? {};
  const limit = toCount(headers['ratelimit-limit'] ?? headers['x-rate-limit']);
  const remaining = toCount(headers['ratelimit-remaining'] ?? headers['x-rate-limit-remaining']);
  return limit === undefined || remaining === undefined ? undefined : { limit, remaining };
}

function toCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
