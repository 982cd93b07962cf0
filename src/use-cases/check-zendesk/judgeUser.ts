import type { SeenUser } from '../ports/deskInspection';
import type { Judgement } from './judgement';

/**
 * Whether the bridge is an admin whom nobody else uses: the export of changed tickets is answered to admins only, and what a
 * person does as this user cannot be told from what the bridge does.
 */
export function judgeUser({ name, role, lastSignInAt }: SeenUser): Judgement[] {
  if (role !== 'admin') {
    return [
      {
        step: 'user',
        verdict: 'problem',
        found: `The OAuth client belongs to «${name}», whose role is ${role}.`,
        change: 'Make this user an admin: changed tickets, triggers and webhooks are shown to admins only.',
      },
    ];
  }
  const found = `The bridge acts as «${name}», an admin`;
  if (lastSignInAt === undefined) return [{ step: 'user', verdict: 'good', found: `${found}.` }];
  return [
    {
      step: 'user',
      verdict: 'note',
      found: `${found} with whom somebody signed in on ${lastSignInAt.slice(0, 10)}.`,
      change:
        'Let nobody work as this user: in the audits of tickets their actions could not be told from those of the bridge.',
    },
  ];
}
