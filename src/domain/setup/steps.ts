/** What is looked at in the helpdesk, in this order. */
export const DESK_STEPS = [
  'sign-in',
  'user',
  'scopes',
  'app',
  'fields',
  'user fields',
  'forms',
  'webhook',
  'triggers',
  'macros',
  'views',
] as const;

/** One of the closed list of steps. */
export type DeskStep = (typeof DESK_STEPS)[number];

/** What is looked at in billing, in this order. */
export const BILLING_STEPS = [
  'reach',
  'certificate',
  'login',
  'rights',
  'columns',
  'filters',
  'currencies',
  'packs',
  'client',
] as const;

/** One of the closed list of steps. */
export type BillingStep = (typeof BILLING_STEPS)[number];

/** A step of either. */
export type SetupStep = DeskStep | BillingStep;

/**
 * `problem`: the bridge will fail or count wrongly. `note`: a person should know. `mended`: it was a problem until now.
 * `skipped`: it was not looked at.
 */
export const VERDICTS = ['good', 'note', 'mended', 'problem', 'skipped'] as const;

/** One of the closed list of verdicts. */
export type Verdict = (typeof VERDICTS)[number];
