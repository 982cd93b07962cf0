import type { RefundReason } from '../policy/refundReason';

const CHARGED_ANEW: readonly RefundReason[] = ['wrong_line', 'requester_changed', 'ticket_removed'];

/**
 * Whether a ticket whose credit was returned for this reason is looked at as if it had never been charged: it may come to
 * technical support again, for another client, or be restored. After any other reason the credit stays returned (R4).
 */
export function isChargedAnew(reason: RefundReason): boolean {
  return CHARGED_ANEW.includes(reason);
}
