import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { ErrorBoundary } from '../shared/error-boundary/ErrorBoundary';
import { GardenTheme } from '../shared/garden-theme/GardenTheme';
import { I18nProvider } from '../shared/i18n/I18nProvider';
import type { Zaf } from '../zaf/connectZaf';
import type { AgentSettings } from '../zaf/readAgentSettings';
import { useAgentSettings } from '../zaf/useAgentSettings';
import { BrokenView } from './BrokenView';

type AppFrameProps = {
  zaf: Zaf;
  /** What was read before this was shown: the agent's settings, and answers by the keys of the readings that want them. */
  known?: { settings: AgentSettings | undefined; answers: Record<string, unknown> };
  /** What stands there until the agent's language is known; it has no words. */
  fallback: ReactNode;
  /** Puts what is shown into its place on the page. */
  renderPlace: (content: ReactNode) => ReactNode;
  children: ReactNode;
};

/** What surrounds every screen of the app: language, theme, a cache of its own, and what is left after a defect. */
export function AppFrame({ zaf, known, fallback, renderPlace, children }: AppFrameProps) {
  const settings = useAgentSettings(zaf, known?.settings);
  const content = settings ? (
    <I18nProvider locale={settings.locale} fallback={fallback}>
      <ErrorBoundary fallback={(again) => <BrokenView onAgain={again} />}>{children}</ErrorBoundary>
    </I18nProvider>
  ) : (
    fallback
  );
  return (
    <SWRConfig value={{ provider: () => new Map(), fallback: known?.answers ?? {} }}>
      <GardenTheme colorScheme={settings?.colorScheme ?? 'light'}>{renderPlace(content)}</GardenTheme>
    </SWRConfig>
  );
}
