/**
 * Why a credit is returned (design.md, section 2, «settled where the published rules are silent»). Each reason is a
 * switch of the policy; a reason that is on stands as `credit_action_refund_<reason>` in the ticket field.
 */
export const REFUND_REASONS = [
  'software_defect',
  'hotfix',
  'fixed_in_release',
  'out_of_scope',
  'goodwill',
] as const;

/** One of the closed list of reasons. */
export type RefundReason = (typeof REFUND_REASONS)[number];
