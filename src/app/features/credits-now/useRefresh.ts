import { useRef, useState } from 'react';
import type { CreditsView } from '../../../contract/creditsView';
import { BridgeError } from '../../api/BridgeError';
import { useI18n } from '../../shared/i18n/useI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { isRefreshed } from './isRefreshed';

/** What refreshing needs from the outside. */
export type RefreshCalls = {
  /** Queues a new look at ticket and client; rejects with BridgeError. */
  recheck: () => Promise<void>;
  /** Reads the view again and again until `find` finds something; undefined when it never did within its bound. */
  reloadUntil: <Found>(find: (view: CreditsView) => Found | undefined) => Promise<Found | undefined>;
};

/** Has billing read again and follows until newer data is there. Presses while one is under way do nothing. */
export function useRefresh(view: CreditsView, { recheck, reloadUntil }: RefreshCalls) {
  const { t } = useI18n();
  const [isRefreshing, setIsRefreshing] = useState(false);
  const [notice, setNotice] = useState<Notice>();
  const isUnderWay = useRef(false);

  const refresh = async () => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setNotice(undefined);
    setIsRefreshing(true);
    try {
      await recheck();
      const isNewer = await reloadUntil((after) => isRefreshed(view, after) || undefined);
      setNotice(
        isNewer
          ? { tone: 'success', title: t('billing.refreshed') }
          : { tone: 'info', title: t('billing.refresh_slow') },
      );
    } catch (failure) {
      const code = failure instanceof BridgeError ? failure.code : 'bridge_unreachable';
      setNotice({ tone: 'error', title: t(`failure.${code}`) });
    }
    setIsRefreshing(false);
    isUnderWay.current = false;
  };

  return { isRefreshing, notice, refresh };
}
