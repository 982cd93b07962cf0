import type { DeskUserFields } from '../../use-cases/ports/desk';
import { toEuroDecimal } from './toEuroDecimal';

/** What the fields of somebody say who is no client. */
const NO_CLIENT = {
  support_credits: null,
  support_spend_eur: null,
  support_partner: false,
  support_billing_read_at: null,
};

/**
 * The body that shows a client's credits at the user (keys of `requirements.json`), or clears them; the date is the day in
 * UTC. The account is not written: what stands in that field is believed as the word of people.
 */
export function toUserChange(fields: DeskUserFields | undefined): {
  user: { user_fields: Record<string, unknown> };
} {
  if (fields === undefined) return { user: { user_fields: NO_CLIENT } };
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
