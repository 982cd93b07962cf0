import type { DeskUser } from '../../use-cases/ports/desk';
import type { WireUser } from './wire';

/**
 * Maps a user of the wire. `verified` speaks of the user as a whole; whether it holds for the e-mail, `proveEmail` asks. The
 * field «Billing account» (`requirements.json`) is what agents and admins wrote there.
 */
export function toDeskUser(user: WireUser): DeskUser {
  const link = user.user_fields?.['support_billing_account'];
  return {
    id: user.id,
    email: user.email || undefined,
    isEmailVerified: user.verified === true,
    isAdmin: user.role === 'admin',
    isAgent: user.role === 'agent' || user.role === 'admin',
    locale: user.locale || undefined,
    billingAccountId: (typeof link === 'string' && link.trim()) || undefined,
  };
}
