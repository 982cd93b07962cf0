import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import styled from 'styled-components';
import type { AccountCandidates } from '../../../contract/accountSearch';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useMoreI18n } from '../../shared/i18n/moreI18n';

type CandidateListProps = {
  found: AccountCandidates;
  isBusy: boolean;
  onChoose: (billingAccountId: string) => void;
};

const StyledList = styled.ul`
  display: grid;
  gap: 8px;
  margin: 8px 0;
  padding: 0;
  list-style: none;
  overflow-wrap: anywhere;
`;

/** The accounts that were found. Choosing one asks once more, in the same button: a link decides whose credits are taken. */
export function CandidateList({ found, isBusy, onChoose }: CandidateListProps) {
  const { t } = useMoreI18n();
  const [chosen, setChosen] = useState<string>();
  if (found.candidates.length === 0) {
    return (
      <SubtleText role="status" style={{ marginTop: 8 }}>
        {t('link.nothing')}
      </SubtleText>
    );
  }
  return (
    <>
      <StyledList role="list" aria-label={t('link.found')}>
        {found.candidates.map(({ billingAccountId: id, accountName, isPartner, availableCredits }) => (
          <li key={id}>
            {accountName}
            <SubtleText>
              {t('account.id', { id })}
              {isPartner && ` · ${t('account.partner')}`}
              {availableCredits !== null && ` · ${t('link.credits', { count: availableCredits })}`}
            </SubtleText>
            <Button
              size="small"
              isPrimary={chosen === id}
              aria-disabled={isBusy}
              aria-label={
                chosen === id
                  ? t('link.confirm_of', { name: accountName, id })
                  : t('link.choose_of', { name: accountName, id })
              }
              onClick={() => (chosen === id ? isBusy || onChoose(id) : setChosen(id))}
            >
              {chosen === id ? t('link.confirm') : t('link.choose')}
            </Button>
          </li>
        ))}
      </StyledList>
      {found.hasMore && <SubtleText>{t('link.more')}</SubtleText>}
    </>
  );
}
