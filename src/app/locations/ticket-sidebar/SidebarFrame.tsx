import { useRef } from 'react';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import styled from 'styled-components';
import { ErrorBoundary } from '../../shared/error-boundary/ErrorBoundary';
import { GardenTheme } from '../../shared/garden-theme/GardenTheme';
import { I18nProvider } from '../../shared/i18n/I18nProvider';
import type { Zaf } from '../../zaf/connectZaf';
import { useAgentSettings } from '../../zaf/useAgentSettings';
import { useFrameHeight } from '../../zaf/useFrameHeight';
import { BrokenView } from './BrokenView';
import { LoadingBars } from './LoadingBars';

type SidebarFrameProps = { zaf: Zaf; children: ReactNode };

const StyledPanel = styled.main`
  padding: 12px;
`;

/** What surrounds every state of the panel: language, theme, a cache of its own, and the height of the frame. */
export function SidebarFrame({ zaf, children }: SidebarFrameProps) {
  const settings = useAgentSettings(zaf);
  const panel = useRef<HTMLElement>(null);
  useFrameHeight(zaf, panel);
  return (
    <SWRConfig value={{ provider: () => new Map() }}>
      <GardenTheme colorScheme={settings?.colorScheme ?? 'light'}>
        <StyledPanel ref={panel}>
          {settings ? (
            <I18nProvider locale={settings.locale} fallback={<LoadingBars />}>
              <ErrorBoundary fallback={(again) => <BrokenView onAgain={again} />}>{children}</ErrorBoundary>
            </I18nProvider>
          ) : (
            <LoadingBars />
          )}
        </StyledPanel>
      </GardenTheme>
    </SWRConfig>
  );
}
