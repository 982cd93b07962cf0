import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { Judgement } from './judgement';

/** Audits of tickets and identities of users are answered to no narrower scope. */
const NEEDED = ['read', 'write'];

/** Whether the token may do all that the bridge does. */
export function judgeScopes(scopes: readonly string[] | undefined): Judgement[] {
  if (scopes === undefined) return [toFinding('scopes', 'note', say('scopes_unknown'))];
  const missing = NEEDED.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return [toFinding('scopes', 'good', say('scopes_good'))];
  const lacking =
    scopes.length === 0
      ? say('scopes_none', { missing: { and: missing } })
      : say('scopes_missing', { scopes: { list: scopes }, missing: { and: missing } });
  return [toFinding('scopes', 'problem', lacking, say('scopes_give'))];
}
