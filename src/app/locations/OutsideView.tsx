import { GardenTheme } from '../shared/garden-theme/GardenTheme';
import { I18nProvider } from '../shared/i18n/I18nProvider';
import { useI18n } from '../shared/i18n/useI18n';
import { MessageView } from './MessageView';

/** The page opened by hand, without Zendesk around it. */
export function OutsideView() {
  return (
    <I18nProvider locale={navigator.language} fallback={null}>
      <GardenTheme colorScheme="light">
        <main>
          <OutsideMessage />
        </main>
      </GardenTheme>
    </I18nProvider>
  );
}

function OutsideMessage() {
  const { t } = useI18n();
  return <MessageView tone="info" title={t('outside.title')} text={t('outside.text')} />;
}
