import type { DeskUser } from '../../use-cases/ports/desk';
import type { ZendeskClient } from './buildZendeskClient';
import { readPages } from './readPages';
import { identitiesAnswer } from './wire';
import type { WireIdentities } from './wire';

/**
 * The user with `isEmailVerified` as the port promises it, at the price of one more call where anything rests on it: not for a
 * user without any verified identity, not where a link stands, and not for agents, who could as well write the link.
 * Fails with `AdapterError`.
 */
export async function proveEmail(client: ZendeskClient, user: DeskUser): Promise<DeskUser> {
  const { id, email, isEmailVerified, isAgent, billingAccountId } = user;
  if (!isEmailVerified || isAgent || email === undefined || billingAccountId !== undefined) return user;
  return { ...user, isEmailVerified: await hasVerifiedEmail(client, id, email) };
}

/**
 * Whether Zendesk has verified this very e-mail of the user. The user's own `verified` does not tell: it is true as soon as
 * any identity is, a telephone number too (zendesk-openapi.json, UserForAdmin). A user that is gone has verified nothing.
 */
async function hasVerifiedEmail(client: ZendeskClient, userId: string, email: string): Promise<boolean> {
  const wanted = foldAscii(email);
  const isIt = (page: WireIdentities): boolean =>
    page.identities.some(
      ({ type, value, verified }) =>
        type === 'email' && verified === true && foldAscii(value ?? '') === wanted,
    );
  const path = `/api/v2/users/${encodeURIComponent(userId)}/identities.json?type%5B%5D=email`;
  const pages = await readPages(client, path, identitiesAnswer, isIt);
  return pages?.some(isIt) ?? false;
}

/** Without regard to the case of A to Z only: other letters that fold to these (the Kelvin sign) are other addresses. */
function foldAscii(email: string): string {
  return email.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
