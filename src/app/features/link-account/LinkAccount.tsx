import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import styled from 'styled-components';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
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

/** Finds the client's account in billing by e-mail or number, and links it to the requester. */
export function LinkAccount({ firstText, calls }: LinkAccountProps) {
  const { t } = useMoreI18n();
  const [text, setText] = useState(firstText ?? '');
  const { found, isBusy, notice, search, link } = useAccountSearch(firstText, calls);
  return (
    <>
      <StyledForm
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search(text);
        }}
      >
        <Field>
          <Field.Label isRegular>{t('link.label')}</Field.Label>
          <Input
            isCompact
            value={text}
            maxLength={254}
            autoComplete="off"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" size="small" isStretched aria-disabled={isBusy}>
          {isBusy ? t('link.searching') : t('link.search')}
        </Button>
      </StyledForm>
      {found && <CandidateList found={found} isBusy={isBusy} onChoose={(id) => void link(id)} />}
      <NoticeArea notice={notice} />
    </>
  );
}
