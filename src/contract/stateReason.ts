import * as z from 'zod/mini';
import { REFUND_REASONS } from '../domain/policy/refundReason';
import { HOLD_REASONS } from '../domain/tickets/creditState';

/** Why a ticket can be in its state; each has its words. */
export const STATE_REASONS = [
  ...HOLD_REASONS,
  ...REFUND_REASONS,
  'client_care',
  'ended',
  'charged',
  'partner',
  'agent',
  'billing_unavailable',
  'billing_misconfigured',
] as const;

/** One of the closed list of reasons. */
export const stateReasonSchema = z.enum(STATE_REASONS);
