import { useRef, useState } from 'react';
import { SubtleText } from '../../shared/garden-theme/SubtleText';
import type { Language } from '../../shared/i18n/loadWords';
import { useMoreI18n } from '../../shared/i18n/moreI18n';
import type { Notice } from '../../shared/notifications/Notice';
import { GUIDE } from './guide';
import type { GuideText } from './guide';
import { GuideGroupPart } from './GuideGroupPart';

type LineGuideProps = {
  /** Puts a text into the reply and answers in which language; rejects when Zendesk does not let it. */
  putIntoReply: (text: GuideText) => Promise<Language>;
};

/** Which line answers what; each topic and each group has a text for the client that goes into the reply. */
export function LineGuide({ putIntoReply }: LineGuideProps) {
  const { t } = useMoreI18n();
  const [answered, setAnswered] = useState<{ group: GuideText['group']; notice: Notice }>();
  const isUnderWay = useRef(false);
  const put = async (text: GuideText) => {
    // A double click must not write the text twice.
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const notice: Notice = await putIntoReply(text).then(
      (language) => ({ tone: 'success', title: t(`guide.put.${language}`) }),
      () => ({ tone: 'error', title: t('guide.not_put') }),
    );
    setAnswered({ group: text.group, notice });
    isUnderWay.current = false;
  };
  return (
    <>
      <SubtleText>{t('guide.hint')}</SubtleText>
      {GUIDE.map((group) => (
        <GuideGroupPart
          key={group.id}
          group={group}
          notice={answered?.group === group.id ? answered.notice : undefined}
          onPut={(text) => void put(text)}
        />
      ))}
    </>
  );
}
