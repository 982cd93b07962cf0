import { Button } from '@zendeskgarden/react-buttons';
import { useId, useState } from 'react';
import styled from 'styled-components';
import { getColor } from '@zendeskgarden/react-theming';
import { useMoreI18n } from '../../shared/i18n/useMoreI18n';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { CandidateList } from './CandidateList';
import { useAccountSearch } from './useAccountSearch';
import type { LinkCalls } from './useAccountSearch';

type LinkAccountProps = {
  /** What is looked for at once: the requester's e-mail, where several accounts have it. */
  firstText: string | undefined;
  calls: LinkCalls;
};

const StyledForm = styled.form`
  display: grid;
  gap: 8px;
  margin-top: 8px;
`;

const StyledInput = styled.input`
  box-sizing: border-box;
  width: 100%;
  padding: 6px 8px;
  border: 1px solid ${({ theme }) => getColor({ theme, variable: 'border.emphasis' })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: none;
  color: inherit;
  font: inherit;
`;

/** Finds the client's account in billing by e-mail or number, and links it to the requester. */
export function LinkAccount({ firstText, calls }: LinkAccountProps) {
  const { t } = useMoreI18n();
  const [text, setText] = useState(firstText ?? '');
  const { found, isBusy, notice, search, link } = useAccountSearch(firstText, calls);
  const inputId = useId();
  return (
    <>
      <StyledForm
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(text);
        }}
      >
        <label htmlFor={inputId}>{t('link.label')}</label>
        <StyledInput
          id={inputId}
          value={text}
          maxLength={254}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" size="small" isStretched aria-disabled={isBusy}>
          {isBusy ? t('link.searching') : t('link.search')}
        </Button>
      </StyledForm>
      {found && <CandidateList found={found} isBusy={isBusy} onChoose={(id) => void link(id)} />}
      <NoticeArea notice={notice} />
    </>
  );
}
