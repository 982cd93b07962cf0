import styled from 'styled-components';
import type { RestoreOutcome } from '../../api/admin/restoreTrigger';
import type { AppTrigger, AppTriggers as Triggers } from '../../../contract/triggers';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { ReadingView } from '../../shared/reading/ReadingView';
import { ReloadButton } from '../../shared/reading/ReloadButton';
import { useReading } from '../../shared/reading/useReading';
import { TriggerItem } from './TriggerItem';

/** What the triggers need from the outside. `readTriggers` rejects with BridgeError, `restore` never does. */
export type TriggerCalls = {
  readTriggers: () => Promise<Triggers>;
  restore: (trigger: AppTrigger) => Promise<RestoreOutcome>;
};

const StyledList = styled.ol`
  margin: 0;
  padding: 0;
  list-style: none;
`;

/** The app's triggers in the order in which Zendesk runs them: what each does, how often it fired, and what differs. */
export function AppTriggers({ calls }: { calls: TriggerCalls }) {
  const { t } = useAdminI18n();
  const triggers = useReading(['triggers'], calls.readTriggers);
  return (
    <ReadingView reading={triggers} barCount={10}>
      {(data) => (
        <>
          <p>{t('triggers.intro')}</p>
          <ReloadButton reading={triggers} label={t('billing.refresh')} />
          {/* Safari drops the list's role together with its numbers. */}
          <StyledList role="list">
            {data.triggers.map((trigger) => (
              <TriggerItem
                key={trigger.key}
                trigger={trigger}
                restore={calls.restore}
                onRestored={triggers.reload}
              />
            ))}
          </StyledList>
        </>
      )}
    </ReadingView>
  );
}
