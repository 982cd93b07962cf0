import useSWR from 'swr';
import type { SidebarHttp } from '../../../api/buildSidebarCalls';
import { linkAccount } from '../../../api/linkAccount';
import { readRequester } from '../../../api/readRequester';
import type { Requester } from '../../../api/readRequester';
import { searchAccounts } from '../../../api/searchAccounts';
import { LinkAccount } from '../../../features/link-account/LinkAccount';
import type { Zaf } from '../../../zaf/connectZaf';
import { useRequesterId } from '../../../zaf/useRequesterId';

type LinkPartProps = {
  zaf: Zaf;
  http: SidebarHttp;
  /** Looks for the accounts of the requester's e-mail at once: there are several to choose from. */
  isSearchedAtOnce: boolean;
  /** Has the requester looked at again, once the link is written. */
  onLinked: (billingAccountId: string) => Promise<unknown>;
};

/** Finding the client's account, for the requester whom Zendesk has on the screen. */
export function LinkPart({ zaf, http, isSearchedAtOnce, onLinked }: LinkPartProps) {
  const requesterId = useRequesterId(zaf);
  const { data: requester, isLoading } = useSWR<Requester | undefined, unknown>(
    isSearchedAtOnce && requesterId ? ['requester', requesterId] : null,
    () => readRequester(http.zendesk, requesterId ?? ''),
    { revalidateOnFocus: false },
  );
  if (requesterId === undefined || isLoading) return null;
  const link = async (billingAccountId: string) => {
    if (requesterId === null) return 'failed';
    const outcome = await linkAccount(http.zendesk, { requesterId, billingAccountId });
    // A look that fails is no failure of the link: the next one finds it.
    if (outcome === 'linked') await onLinked(billingAccountId).catch(() => undefined);
    return outcome;
  };
  return (
    <LinkAccount
      key={requesterId}
      firstText={requester?.email}
      calls={{ search: (text) => searchAccounts(http.bridge, text), link }}
    />
  );
}
