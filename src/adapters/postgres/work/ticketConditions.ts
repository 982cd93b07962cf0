import type { WorkKind } from '../../../use-cases/ports/workList';

/** What each kind is in the tickets as they were last looked at (`state`); $1 is now. An index stands behind each (migration 0020). */
export const TICKET_CONDITIONS: Record<WorkKind, string> = {
  defect_still_charged: `is_solved and credit_state = 'debited' and (is_marked_defect or defect_ticket_id is not null)`,
  // An agent who returned it for a defect linked it to none.
  defect_left_after_refund: `credit_state = 'refunded' and reason = 'software_defect' and defect_ticket_id is null
    and exists (select from support_credits.ledger_entries refund
                 where refund.problem_id = state.problem_id and refund.kind = 'refund'
                   and refund.proof ->> 'defectTicketId' is not null)`,
  closed_unlike_ledger: 'closed_showing is not null and closed_showing <> credit_state',
  cut_off: 'cut_off_until is not null and cut_off_until > $1::timestamptz',
};
