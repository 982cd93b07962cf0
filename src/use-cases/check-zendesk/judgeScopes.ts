import { toFinding } from '../../domain/setup/finding';
import { say } from '../../domain/setup/saying';
import type { Judgement } from './judgement';

/** Audits of tickets and identities of users are answered to no narrower scope. */
const NEEDED = { live: ['read', 'write'], shadow: ['read'] } as const;

/** Whether the token may do all that the bridge does; in shadow mode it only reads. */
export function judgeScopes(scopes: readonly string[] | undefined, isShadow: boolean): Judgement[] {
  if (scopes === undefined) return [toFinding('scopes', 'note', say('scopes_unknown'))];
  const missing = NEEDED[isShadow ? 'shadow' : 'live'].filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) {
    return [toFinding('scopes', 'good', say(isShadow ? 'scopes_good_shadow' : 'scopes_good'))];
  }
  const lacking =
    scopes.length === 0
      ? say('scopes_none', { missing: { and: missing } })
      : say('scopes_missing', { scopes: { list: scopes }, missing: { and: missing } });
  return [toFinding('scopes', 'problem', lacking, say('scopes_give'))];
}
