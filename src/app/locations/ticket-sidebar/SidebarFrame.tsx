import { useRef } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { unstable_serialize } from 'swr';
import type { Zaf } from '../../zaf/connectZaf';
import { useFrameHeight } from '../../zaf/useFrameHeight';
import { AppFrame } from '../AppFrame';
import type { KnownLook } from '../startFirstLook';
import { LoadingBars } from './LoadingBars';
import { INSTALLATION_KEY, toViewKey } from './readingKeys';

type SidebarFrameProps = { zaf: Zaf; known: KnownLook; children: ReactNode };

const StyledPanel = styled.main`
  padding: 12px;
`;

/** What surrounds every state of the panel: the app's frame, and the height of Zendesk's. */
export function SidebarFrame({ zaf, known, children }: SidebarFrameProps) {
  const panel = useRef<HTMLElement>(null);
  useFrameHeight(zaf, panel);
  return (
    <AppFrame
      zaf={zaf}
      known={{ settings: known.settings, answers: toAnswers(known) }}
      fallback={<LoadingBars />}
      renderPlace={(content) => <StyledPanel ref={panel}>{content}</StyledPanel>}
    >
      {children}
    </AppFrame>
  );
}

/** As the readings below keep them: what was asked for before they began. */
function toAnswers({ installation, view }: KnownLook): Record<string, unknown> {
  return {
    ...(installation && { [unstable_serialize(INSTALLATION_KEY)]: installation }),
    ...(view && { [unstable_serialize(toViewKey(view.ticketId))]: view.view }),
  };
}
