import { Button } from '@zendeskgarden/react-buttons';
import { useRef, useState } from 'react';
import styled from 'styled-components';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import type { Language } from '../../shared/i18n/loadWords';
import { useMoreI18n } from '../../shared/i18n/useMoreI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import { GUIDE } from './guide';
import type { GuideGroupId } from './guide';

type LineGuideProps = {
  /** Puts a group's text into the reply and answers in which language; rejects when Zendesk does not let it. */
  putIntoReply: (group: GuideGroupId) => Promise<Language>;
};

const StyledGroup = styled.section`
  margin-bottom: 12px;
  & h3 {
    margin: 0;
    font-size: inherit;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
  & ul {
    margin: 4px 0 8px;
    padding-inline-start: 20px;
  }
`;

/** Which line answers what; each group has a text for the client that goes into the reply. */
export function LineGuide({ putIntoReply }: LineGuideProps) {
  const { t } = useMoreI18n();
  const [answered, setAnswered] = useState<{ group: GuideGroupId; notice: Notice }>();
  const isUnderWay = useRef(false);
  const put = async (group: GuideGroupId) => {
    // A double click must not write the text twice.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const notice: Notice = await putIntoReply(group).then(
      (language) => ({ tone: 'success', title: t(`guide.put.${language}`) }),
      () => ({ tone: 'error', title: t('guide.not_put') }),
    );
    setAnswered({ group, notice });
    isUnderWay.current = false;
  };
  return GUIDE.map(({ id, topics }) => (
    <StyledGroup key={id} aria-label={t(`guide.heading.${id}`)}>
      <h3>{t(`guide.heading.${id}`)}</h3>
      <SubtleText>{t(`guide.note.${id}`)}</SubtleText>
      <ul>
        {topics.map((topic) => (
          <li key={topic}>{t(`guide.topic.${topic}`)}</li>
        ))}
      </ul>
      <Button
        size="small"
        aria-label={t('guide.put_of', { heading: t(`guide.heading.${id}`) })}
        onClick={() => void put(id)}
      >
        {t('guide.put_button')}
      </Button>
      <NoticeArea notice={answered?.group === id ? answered.notice : undefined} />
    </StyledGroup>
  ));
}
