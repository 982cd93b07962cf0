import { buildBadRequest } from '../errors/VendorError';

/** The most tickets of one bulk call (zendesk.md 8.2). */
export const MAX_BULK = 100;

/** The ids of a comma-separated list, as they were written; throws 400 without any and beyond 100. The wording is from memory. */
export function parseIdList(ids: string | undefined): string[] {
  const list = (ids ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  requireBulk(list.length, 'ids');
  return list;
}

/** Throws 400 for nothing at all, and for more than one bulk call takes. */
export function requireBulk(count: number, name: string): void {
  if (count === 0) throw buildBadRequest(`${name} must name at least one`);
  if (count > MAX_BULK) throw buildBadRequest(`${name} must name at most ${String(MAX_BULK)}`);
}
