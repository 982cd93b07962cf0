import { useEffect, useRef, useState } from 'react';
import type { AccountCandidates } from '../../../contract/accountSearch';
import { BridgeError } from '../../api/BridgeError';
import type { LinkOutcome } from '../../api/linkAccount';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import type { Notice } from '../../shared/notifications/Notice';

/** What finding and linking needs from the outside. */
export type LinkCalls = {
  /** Rejects with BridgeError. */
  search: (text: string) => Promise<AccountCandidates>;
  /** Writes the link and has the requester looked at again; never rejects. */
  link: (billingAccountId: string) => Promise<LinkOutcome>;
};

/** Leads from a search to a link. While one asking is under way, further presses do nothing. */
export function useAccountSearch(firstText: string | undefined, calls: LinkCalls) {
  const { t } = useMoreI18n();
  const [found, setFound] = useState<AccountCandidates>();
  const [isBusy, setIsBusy] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const isUnderWay = useRef(false);

  const take = async (work: () => Promise<void>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setNotice(undefined);
    setIsBusy(true);
    await work();
    setIsBusy(false);
    isUnderWay.current = false;
  };
  const search = (text: string) =>
    take(async () => {
      try {
        setFound(await calls.search(text));
      } catch (failure) {
        const code = failure instanceof BridgeError ? failure.code : 'bridge_unreachable';
        setNotice({ tone: 'error', title: t(`failure.${code}`) });
      }
    });
  const link = (billingAccountId: string) =>
    take(async () => {
      const outcome = await calls.link(billingAccountId);
      setNotice({ tone: outcome === 'linked' ? 'success' : 'error', title: t(`link.outcome.${outcome}`) });
    });

  const searchAtFirst = useRef(search);
  useEffect(() => {
    if (firstText !== undefined) void searchAtFirst.current(firstText);
  }, [firstText]);
  return { found, isBusy, notice, search, link };
}
