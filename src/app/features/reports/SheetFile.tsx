import { useState } from 'react';
import { copyText } from '../../shared/clipboard/copyText';
import { ActionRow } from '../../shared/garden-theme/ActionRow';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { useAdminI18n } from '../../shared/i18n/adminI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import type { Notice } from '../../shared/notifications/Notice';
import { toFailure } from '../../shared/reading/toFailure';
import { saveFile } from './saveFile';

type SheetFileProps = {
  fileName: string;
  /** Rejects with BridgeError. */
  readSheet: () => Promise<string>;
};

const WAYS = ['download', 'copy'] as const;

/**
 * Gives the rows of the report that is shown as CSV. Whether a frame may save files is Zendesk's choice, and a browser that
 * refuses says so to nobody: so the rows can be copied, too.
 */
export function SheetFile({ fileName, readSheet }: SheetFileProps) {
  const { t } = useAdminI18n();
  const [busy, setBusy] = useState<(typeof WAYS)[number]>();
  const [notice, setNotice] = useState<Notice>();
  const give = {
    download: async (sheet: string): Promise<Notice> => {
      saveFile(fileName, sheet);
      return {
        tone: 'info',
        title: t('reports.sheet.saved', { file: fileName }),
        text: t('reports.sheet.not_saved'),
      };
    },
    copy: async (sheet: string): Promise<Notice> =>
      (await copyText(sheet))
        ? { tone: 'success', title: t('reports.sheet.copied') }
        : { tone: 'error', title: t('reports.sheet.not_copied') },
  };
  const start = async (way: (typeof WAYS)[number]) => {
    setBusy(way);
    setNotice(undefined);
    try {
      setNotice(await give[way](await readSheet()));
    } catch (error) {
      const failure = toFailure(error) ?? 'bridge_unreachable';
      setNotice({ tone: 'error', title: t('reports.sheet.failed'), text: t(`failure.${failure}`) });
    }
    setBusy(undefined);
  };
  return (
    <div style={{ marginTop: 16 }}>
      <ActionRow>
        {WAYS.map((way) => (
          <SmallButton
            key={way}
            isBasic={way === 'copy'}
            aria-disabled={busy !== undefined}
            onClick={() => {
              if (busy === undefined) void start(way);
            }}
          >
            {busy === way ? t('page.reading') : t(`reports.sheet.${way}`)}
          </SmallButton>
        ))}
      </ActionRow>
      <NoticeArea notice={notice} />
    </div>
  );
}
