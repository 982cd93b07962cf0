import { Skeleton } from '@zendeskgarden/react-loaders';
import type { ClientView } from '../../../../contract/creditsView';
import type { SidebarHttp } from '../../../api/buildSidebarCalls';
import { Disclosure } from '../../../shared/disclosure/Disclosure';
import { useI18n } from '../../../shared/i18n/useI18n';
import { lazyPart } from '../../../shared/lazy-part/lazyPart';
import type { Zaf } from '../../../zaf/connectZaf';
import { FurtherPart } from './FurtherPart';

const HistoryPart = lazyPart(
  async () => (await import(/* webpackChunkName: "history" */ './HistoryPart')).HistoryPart,
  <Skeleton height="20px" />,
);
const Packs = lazyPart(
  async () => (await import(/* webpackChunkName: "packs" */ '../../../features/packs/Packs')).Packs,
  <Skeleton height="20px" />,
);
const GuidePart = lazyPart(
  async () => (await import(/* webpackChunkName: "guide" */ './GuidePart')).GuidePart,
  <Skeleton height="20px" />,
);

type FurtherProps = {
  view: ClientView;
  /** Undefined where there is no ticket yet. */
  ticketId: string | undefined;
  /** The client needs credits now: the packs stand open. */
  arePacksNeeded?: boolean;
  zaf: Zaf;
  http: SidebarHttp;
};

/** What is read second: history, packs, and which line answers what. Each is loaded when it is first opened. */
export function Further({ view, ticketId, arePacksNeeded = false, zaf, http }: FurtherProps) {
  const { t } = useI18n();
  const accountId = view.identity.kind === 'client' ? view.identity.billingAccountId : undefined;
  const openTicket = (id: string) => {
    // Zendesk that cannot open a ticket says so itself.
    zaf.invoke('routeTo', 'ticket', Number(id)).catch(() => undefined);
  };
  return (
    <>
      {accountId !== undefined && (
        <Disclosure heading={t('further.history')} key={accountId}>
          {() => (
            <FurtherPart>
              <HistoryPart
                http={http}
                accountId={accountId}
                newest={{ entries: view.entries, before: view.entriesBefore }}
                ticketId={ticketId}
                onOpenTicket={openTicket}
              />
            </FurtherPart>
          )}
        </Disclosure>
      )}
      {view.partnerLevel === null && view.packs.length > 0 && (
        <Disclosure
          key={`packs ${arePacksNeeded}`}
          heading={t('further.packs')}
          isOpenAtFirst={arePacksNeeded}
        >
          {() => (
            <FurtherPart>
              <Packs packs={view.packs} buyUrl={view.buyUrl} />
            </FurtherPart>
          )}
        </Disclosure>
      )}
      <Disclosure heading={t('further.guide')}>
        {() => (
          <FurtherPart>
            <GuidePart zaf={zaf} zendesk={http.zendesk} />
          </FurtherPart>
        )}
      </Disclosure>
    </>
  );
}
