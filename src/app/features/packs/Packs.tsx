import { useState } from 'react';
import styled from 'styled-components';
import type { CreditsView } from '../../../contract/creditsView';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { copyText } from '../../shared/clipboard/copyText';

type PacksProps = Pick<CreditsView, 'packs' | 'buyUrl'>;

const StyledPacks = styled.ul`
  margin: 0 0 8px;
  padding: 0;
  list-style: none;
  & li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    justify-content: space-between;
    padding: 2px 0;
  }
`;

const StyledPrice = styled.span`
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
`;

/** What credits cost, and the link that the agent can send to the client. */
export function Packs({ packs, buyUrl }: PacksProps) {
  const { t, format } = useMoreI18n();
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
    <>
      {/* Safari drops the list's role together with its bullets. */}
      <StyledPacks role="list" aria-label={t('packs.heading')}>
        {packs.map((pack) => (
          <li key={pack.credits}>
            <div>
              {t('packs.credits', { count: pack.credits })}
              {pack.savesCents > 0 && (
                <SubtleText>{t('packs.saves', { amount: format.money(pack.savesCents) })}</SubtleText>
              )}
            </div>
            <StyledPrice>{format.money(pack.priceCents)}</StyledPrice>
          </li>
        ))}
      </StyledPacks>
      <SmallButton onClick={() => void copy()}>{t('packs.copy')}</SmallButton>
      <NoticeArea notice={notice} />
    </>
  );
}
