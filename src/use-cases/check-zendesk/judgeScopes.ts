import type { Judgement } from './judgement';

/** Audits of tickets and identities of users are answered to no narrower scope. */
const NEEDED = ['read', 'write'];

/** Whether the token may do all that the bridge does. */
export function judgeScopes(scopes: readonly string[] | undefined): Judgement[] {
  if (scopes === undefined) {
    return [
      {
        step: 'scopes',
        verdict: 'note',
        found: 'Zendesk does not say which scopes the token of the client has.',
      },
    ];
  }
  const missing = NEEDED.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0)
    return [{ step: 'scopes', verdict: 'good', found: 'The token may read and write.' }];
  return [
    {
      step: 'scopes',
      verdict: 'problem',
      found: `The token has the scopes ${scopes.join(', ') || 'none'}, and lacks ${missing.join(' and ')}.`,
      change:
        'Give the OAuth client the scopes read and write as a whole: narrower ones do not show audits of tickets.',
    },
  ];
}
