/**
 * What differs from the published rules, so that limits and approvals are met: only leads give goodwill, and beyond two a
 * day another one has to approve; nobody returns more than five credits a day as out of scope.
 */
export const CHAOS_POLICY = {
  refundReasons: {
    goodwill: { roles: ['admin'], freePerDay: 2 },
    out_of_scope: { perPersonPerDay: 5 },
  },
} as const;
