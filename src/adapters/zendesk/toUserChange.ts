import type { DeskUserFields } from '../../use-cases/ports/desk';
import { toEuroDecimal } from './toEuroDecimal';

/**
 * The body that shows a client's credits at the user (keys of `requirements.json`); the date is the day in UTC. The account
 * is not written: what stands in that field is believed as the word of people.
 */
export function toUserChange(fields: DeskUserFields): { user: { user_fields: Record<string, unknown> } } {
  return {
    user: {
      user_fields: {
        support_credits: fields.credits,
        support_spend_eur: toEuroDecimal(fields.spendCents),
        support_partner: fields.isPartner,
        support_billing_read_at: new Date(fields.billingReadAt).toISOString().slice(0, 10),
      },
    },
  };
}
