import { useMemo } from 'react';
import useSWR from 'swr';
import { buildBridgeHttp } from '../../api/buildBridgeHttp';
import { buildNameReader } from '../../api/buildNameReader';
import { buildZendeskHttp } from '../../api/buildZendeskHttp';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { PeopleContext } from '../../shared/people/PeopleContext';
import type { Zaf } from '../../zaf/connectZaf';
import { readAdminPlace } from '../../zaf/readAdminPlace';
import type { AdminPlace } from '../../zaf/readAdminPlace';
import { MessageView } from '../MessageView';
import { AdminTabs } from './AdminTabs';

/** Finds out where the bridge is and who looks, and shows the page or what keeps it from being shown. */
export function AdminBody({ zaf }: { zaf: Zaf }) {
  const { t } = useAdminI18n();
  const { data, error, mutate } = useSWR<AdminPlace, unknown>('place', () => readAdminPlace(zaf), {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
  });
  const outside = useMemo(
    () =>
      data?.kind === 'ready' && {
        zaf,
        bridge: buildBridgeHttp(zaf, data.bridgeUrl, data.userId),
        zendesk: buildZendeskHttp(zaf),
      },
    [zaf, data],
  );
  const readNames = useMemo(() => outside && buildNameReader(outside.zendesk), [outside]);
  if (outside && readNames) {
    return (
      <PeopleContext.Provider value={readNames}>
        <AdminTabs outside={outside} />
      </PeopleContext.Provider>
    );
  }
  if (data?.kind === 'not_set_up') {
    return <MessageView tone="warning" title={t('not_set_up.title')} text={t('not_set_up.bridge_url')} />;
  }
  if (data?.kind === 'not_admin') {
    return <MessageView tone="info" title={t('page.title')} text={t('failure.admins_only')} />;
  }
  if (!error) return null;
  return (
    <MessageView
      tone="error"
      title={t('page.failed')}
      text={t('failure.host')}
      action={{ label: t('failure.retry'), onPress: () => void mutate() }}
    />
  );
}
