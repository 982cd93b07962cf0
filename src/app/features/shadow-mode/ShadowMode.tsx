import { useState } from 'react';
import type { ShadowPage } from '../../../contract/shadow';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { ReadingView } from '../../shared/reading/ReadingView';
import { usePagedReading } from '../../shared/reading/usePagedReading';
import { ShadowReport } from './ShadowReport';
import { ShadowTools } from './ShadowTools';
import { toSince } from './toSince';

/** What the page of shadow mode needs from the outside; the readings reject with BridgeError. Times are ISO 8601. */
export type ShadowCalls = {
  readPage: (since: string, after: string | undefined) => Promise<ShadowPage>;
  readSheet: (since: string) => Promise<string>;
  openTicket: (ticketId: string) => void;
};

const DEFAULT_DAYS = 14;

/** What shadow mode would have done against what staff did, ticket by ticket; of a live bridge, what shadow mode is for. */
export function ShadowMode({ calls }: { calls: ShadowCalls }) {
  const { t } = useAdminI18n();
  const [days, setDays] = useState<number>(DEFAULT_DAYS);
  const [openedAt] = useState(() => Date.now());
  const since = toSince(openedAt, days);
  const pages = usePagedReading(['shadow', since], (after) => calls.readPage(since, after));
  return (
    <ReadingView reading={pages} barCount={8}>
      {(known) => {
        const shadow = known.flatMap((page) => (page.mode === 'shadow' ? [page] : []));
        if (shadow.length === 0) return <p>{t('shadow.live')}</p>;
        return (
          <>
            <p>{t('shadow.intro')}</p>
            <ShadowTools days={days} onDays={setDays} readSheet={() => calls.readSheet(since)} />
            <ShadowReport pages={shadow} reading={pages} openTicket={calls.openTicket} />
          </>
        );
      }}
    </ReadingView>
  );
}
