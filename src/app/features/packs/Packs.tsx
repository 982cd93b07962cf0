import { Button } from '@zendeskgarden/react-buttons';
import { Span } from '@zendeskgarden/react-typography';
import { useState } from 'react';
import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import { Section } from '../../shared/garden-theme/Section';
import { useI18n } from '../../shared/i18n/useI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { copyText } from './copyText';

type PacksProps = Pick<CreditsView, 'packs' | 'buyUrl'>;

const StyledPacks = styled.ul`
  margin: 0 0 8px;
  padding: 0;
  list-style: none;
  & li {
    display: flex;
    gap: 8px;
    justify-content: space-between;
    padding: 2px 0;
  }
`;

/** What credits cost, and the link that the agent can send to the client. */
export function Packs({ packs, buyUrl }: PacksProps) {
  const { t, format } = useI18n();
  const [notice, setNotice] = useState<Notice>();
  const copy = async () => {
    const isCopied = await copyText(buyUrl);
    setNotice(
      isCopied
        ? { tone: 'success', title: t('packs.copied') }
        : { tone: 'info', title: t('packs.not_copied', { url: buyUrl }) },
    );
  };
  return (
    <Section heading={t('packs.heading')}>
      <StyledPacks role="list">
        {packs.map((pack) => (
          <li key={pack.credits}>
            <span>{t('packs.credits', { count: pack.credits })}</span>
            <span>
              {pack.savesCents > 0 && (
                <Span hue="foreground.subtle">
                  {t('packs.saves', { amount: format.money(pack.savesCents) })} ·{' '}
                </Span>
              )}
              {format.money(pack.priceCents)}
            </span>
          </li>
        ))}
      </StyledPacks>
      <Button size="small" onClick={() => void copy()}>
        {t('packs.copy')}
      </Button>
      <NoticeArea notice={notice} />
    </Section>
  );
}
