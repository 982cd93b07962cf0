import { useRef } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { Zaf } from '../../zaf/connectZaf';
import { useFrameHeight } from '../../zaf/useFrameHeight';
import { AppFrame } from '../AppFrame';
import { LoadingBars } from './LoadingBars';

type SidebarFrameProps = { zaf: Zaf; children: ReactNode };

const StyledPanel = styled.main`
  padding: 12px;
`;

/** What surrounds every state of the panel: the app's frame, and the height of Zendesk's. */
export function SidebarFrame({ zaf, children }: SidebarFrameProps) {
  const panel = useRef<HTMLElement>(null);
  useFrameHeight(zaf, panel);
  return (
    <AppFrame
      zaf={zaf}
      fallback={<LoadingBars />}
      renderPlace={(content) => <StyledPanel ref={panel}>{content}</StyledPanel>}
    >
      {children}
    </AppFrame>
  );
}
