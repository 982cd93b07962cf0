import { Button } from '@zendeskgarden/react-buttons';
import styled from 'styled-components';
import { SmallButton } from '../../shared/garden-theme/SmallButton';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { NoticeArea } from '../../shared/notifications/NoticeArea';
import type { GuideGroup, GuideText } from './guide';

type GuideGroupPartProps = {
  group: GuideGroup;
  /** What came of the last text of this group. */
  notice: Notice | undefined;
  onPut: (text: GuideText) => void;
};

const StyledGroup = styled.section`
  margin-top: 12px;
  & h3 {
    margin: 0;
    font-size: inherit;
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
  & ul {
    display: grid;
    gap: 6px;
    margin: 6px 0 8px;
    padding: 0;
    list-style: none;
  }
  & li button {
    text-align: start;
    text-decoration: none;
    white-space: normal;
  }
`;

/** One group of the guide: its topics, each with its text, and one text for all of them. */
export function GuideGroupPart({ group: { id, topics }, notice, onPut }: GuideGroupPartProps) {
  const { t } = useMoreI18n();
  const heading = t(`guide.heading.${id}`);
  return (
    <StyledGroup aria-label={heading}>
      <h3>{heading}</h3>
      <SubtleText>{t(`guide.note.${id}`)}</SubtleText>
      <ul role="list">
        {topics.map((topic) => {
          const words = t(`guide.topic.${topic}`);
          return (
            <li key={topic}>
              <Button
                isLink
                aria-label={t('guide.put_topic', { topic: words })}
                onClick={() => onPut({ group: id, topic })}
              >
                {words}
              </Button>
            </li>
          );
        })}
      </ul>
      <SmallButton
        aria-label={t('guide.put_of', { heading })}
        onClick={() => onPut({ group: id, topic: undefined })}
      >
        {t('guide.put_button')}
      </SmallButton>
      <NoticeArea notice={notice} />
    </StyledGroup>
  );
}
