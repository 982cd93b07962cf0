import { useState } from 'react';
import type { WorkCounts, WorkPageKind, WorkPageView } from '../../../contract/workPage';
import { ActionRow } from '../../shared/garden-theme/ActionRow';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { ReadingView } from '../../shared/reading/ReadingView';
import { useReading } from '../../shared/reading/useReading';
import { WorkKind } from './WorkKind';

/** What the lists need from the outside; the readings reject with BridgeError. */
export type WorkCalls = {
  readCounts: () => Promise<WorkCounts>;
  readPage: (kind: WorkPageKind, after: string | undefined) => Promise<WorkPageView>;
  openTicket: (ticketId: string) => void;
};

/** What waits for somebody, by its kind; a kind opens in place to the tickets themselves. */
export function WorkLists({ calls }: { calls: WorkCalls }) {
  const { t } = useAdminI18n();
  const counts = useReading(['work'], calls.readCounts);
  const [reading, setReading] = useState(0);
  const refresh = () => {
    counts.reload();
    setReading(reading + 1);
  };
  return (
    <ReadingView reading={counts} barCount={10}>
      {({ counts: kinds }) => (
        <>
          <ActionRow>
            <SmallButton
              aria-disabled={counts.isReading}
              onClick={() => {
                if (!counts.isReading) refresh();
              }}
            >
              {t('billing.refresh')}
            </SmallButton>
          </ActionRow>
          {kinds.every(({ count }) => count === 0) && <p>{t('work.all_well')}</p>}
          {kinds.map(({ kind, count }) => (
            <WorkKind key={kind} kind={kind} count={count} reading={reading} calls={calls} />
          ))}
        </>
      )}
    </ReadingView>
  );
}
