import type { Zaf } from './connectZaf';

/**
 * The address of the account in Zendesk, without a slash at its end, by its subdomain (zendesk.md 2.1); undefined where
 * Zendesk does not tell it. Rejects with ZafError.
 */
export async function readAccountAddress(zaf: Zaf): Promise<string | undefined> {
  const { 'currentAccount.subdomain': subdomain } = await zaf.get(['currentAccount.subdomain']);
  // It becomes part of a link, so nothing but a name is taken for one.
  return typeof subdomain === 'string' && /^[a-z0-9][a-z0-9-]*$/i.test(subdomain)
    ? `https://${subdomain}.zendesk.com`
    : undefined;
}
