import { Skeleton } from '@zendeskgarden/react-loaders';
import { useMemo } from 'react';
import styled from 'styled-components';
import { AdminI18nProvider } from '../shared/i18n/adminI18n';
import { connectZaf } from '../zaf/connectZaf';
import type { SdkClient } from '../zaf/sdkClient';
import { AdminBody } from './admin-page/AdminBody';
import { AppFrame } from './AppFrame';
import { OutsideView } from './OutsideView';

type AdminPageProps = {
  /** The SDK's client; undefined when the page was not opened by Zendesk. */
  client: SdkClient | undefined;
};

const StyledPage = styled.main`
  box-sizing: border-box;
  max-width: 1200px;
  margin: 0 auto;
  padding: 20px 12px;
`;

/** The location `nav_bar` of the app: what admins see and steer. */
export function AdminPage({ client }: AdminPageProps) {
  const zaf = useMemo(() => client && connectZaf(client), [client]);
  if (!zaf) return <OutsideView />;
  const fallback = <Skeleton height="24px" />;
  return (
    <AppFrame zaf={zaf} fallback={fallback} renderPlace={(content) => <StyledPage>{content}</StyledPage>}>
      <AdminI18nProvider fallback={fallback}>
        <AdminBody zaf={zaf} />
      </AdminI18nProvider>
    </AppFrame>
  );
}
