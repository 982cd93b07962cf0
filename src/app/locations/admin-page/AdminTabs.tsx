import { Skeleton } from '@zendeskgarden/react-loaders';
import { Tabs } from '@zendeskgarden/react-tabs';
import { XL } from '@zendeskgarden/react-typography';
import { useState } from 'react';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import { ErrorBoundary } from '../../shared/error-boundary/ErrorBoundary';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { lazyPart } from '../../shared/lazy-part/lazyPart';
import { BrokenView } from '../BrokenView';
import type { AdminOutside } from './AdminOutside';

const loading = <Skeleton height="24px" />;

/** The tabs in their order, each loaded when it is first opened. */
const PARTS = {
  setup: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-setup" */ './parts/SetupPart')).SetupPart,
    loading,
  ),
  triggers: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-triggers" */ './parts/TriggersPart')).TriggersPart,
    loading,
  ),
  policy: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-policy" */ './parts/PolicyPart')).PolicyPart,
    loading,
  ),
  dry_run: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-dry-run" */ './parts/DryRunPart')).DryRunPart,
    loading,
  ),
  work: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-work" */ './parts/WorkPart')).WorkPart,
    loading,
  ),
  reports: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-reports" */ './parts/ReportsPart')).ReportsPart,
    loading,
  ),
  shadow: lazyPart<{ outside: AdminOutside }>(
    async () => (await import(/* webpackChunkName: "admin-shadow" */ './parts/ShadowPart')).ShadowPart,
    loading,
  ),
} as const;

type Tab = keyof typeof PARTS;
const TABS = Object.keys(PARTS) as Tab[];

/** Garden cuts off what sticks out, and scrolls it sideways to a tab that takes the keyboard. */
const StyledTabs = styled(Tabs)`
  && {
    overflow: visible;
  }
`;

/** Garden keeps tabs on one line; on a narrow page they take as many as they need. */
const StyledTabList = styled(Tabs.TabList)`
  && {
    display: flex;
    flex-wrap: wrap;
    white-space: normal;
  }
`;

/** The admin page: one tab after the other. A defect in one leaves the others alone. */
export function AdminTabs({ outside }: { outside: AdminOutside }) {
  const { t } = useAdminI18n();
  const [selected, setSelected] = useState<Tab>('setup');
  return (
    <>
      <XL tag="h1" isBold>
        {t('page.title')}
      </XL>
      <StyledTabs selectedItem={selected} onChange={(item: Tab) => setSelected(item)}>
        <StyledTabList aria-label={t('page.title')}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} item={tab}>
              {t(`tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </StyledTabList>
        {TABS.map((tab) => (
          <Tabs.TabPanel key={tab} item={tab}>
            {tab === selected && <TabContent tab={tab} outside={outside} />}
          </Tabs.TabPanel>
        ))}
      </StyledTabs>
    </>
  );
}

function TabContent({ tab, outside }: { tab: Tab; outside: AdminOutside }): ReactNode {
  const Part = PARTS[tab];
  return (
    <ErrorBoundary fallback={(again) => <BrokenView onAgain={again} />}>
      <Part outside={outside} />
    </ErrorBoundary>
  );
}
