/**
 * Why an agent returns a credit (design.md, section 2, «settled where the published rules are silent»). The policy says of
 * each whether it may be used, and by whom; it stands as `credit_action_refund_<reason>` in the ticket field.
 */
export const AGENT_REFUND_REASONS = [
  'software_defect',
  'hotfix',
  'fixed_in_release',
  'out_of_scope',
  'goodwill',
  'feature_request',
  'self_solved',
  'end_of_life',
  'server_fault',
] as const;

/** One of the closed list of reasons that agents give. */
export type AgentRefundReason = (typeof AGENT_REFUND_REASONS)[number];

/** Why the rules return a credit by themselves; `software_defect` is among their reasons too (R5). */
export const RULE_REFUND_REASONS = [
  'wrong_line',
  'duplicate',
  'requester_changed',
  'ticket_removed',
  /** It went back, and what a rebuilt ledger rests on does not tell why; no rule gives it otherwise. */
  'rebuilt',
] as const;

/** Every reason with which a refund is recorded. */
export const REFUND_REASONS = [...AGENT_REFUND_REASONS, ...RULE_REFUND_REASONS] as const;

/** One of the closed list of reasons. */
export type RefundReason = (typeof REFUND_REASONS)[number];

/** Whether agents give this reason, so that the policy speaks of it. */
export function isAgentRefundReason(reason: RefundReason): reason is AgentRefundReason {
  return AGENT_REFUND_REASONS.some((known) => known === reason);
}

/** What people of the helpdesk are there. */
export const AGENT_ROLES = ['agent', 'admin'] as const;

/** One of the closed list of roles. */
export type AgentRole = (typeof AGENT_ROLES)[number];

/** Whether a credit may be returned for a reason, by whom, and how often. Days are those of UTC. */
export type RefundRule = {
  isAllowed: boolean;
  /** Who may, by role. */
  roles: AgentRole[];
  /** Groups of the helpdesk whose members may as well, whatever their role. */
  groupIds: string[];
  /** How many credits one person may return for it in a day; null: as many as needed. */
  perPersonPerDay: number | null;
  /** How many of them nobody else has to approve; null: all. */
  freePerDay: number | null;
};
