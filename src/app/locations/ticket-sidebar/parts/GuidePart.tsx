import type { AxiosInstance } from 'axios';
import { readRequester } from '../../../api/readRequester';
import type { GuideText } from '../../../features/line-guide/guide';
import { LineGuide } from '../../../features/line-guide/LineGuide';
import { toGuideReply } from '../../../features/line-guide/toGuideReply';
import { createTranslator } from '../../../shared/i18n/createTranslator';
import { loadWords, toLanguage } from '../../../shared/i18n/loadWords';
import type { ReplyKey } from '../../../shared/i18n/TranslationKey';
import { useI18n } from '../../../shared/i18n/useI18n';
import { appendToReply } from '../../../zaf/appendToReply';
import type { Zaf } from '../../../zaf/connectZaf';
import { readRequesterId } from '../../../zaf/readRequesterId';

type GuidePartProps = { zaf: Zaf; zendesk: AxiosInstance };

/** The guide, with its texts put into the reply in the language of the requester's profile; unknown, in the agent's. */
export function GuidePart({ zaf, zendesk }: GuidePartProps) {
  const i18n = useI18n();
  const putIntoReply = async (text: GuideText) => {
    const requesterId = await readRequesterId(zaf);
    const requester = requesterId === undefined ? undefined : await readRequester(zendesk, requesterId);
    const language = requester?.locale === undefined ? i18n.language : toLanguage(requester.locale);
    const t = createTranslator<ReplyKey>(language, await loadWords('replies', language));
    await appendToReply(zaf, toGuideReply(text, t));
    return language;
  };
  return <LineGuide putIntoReply={putIntoReply} />;
}
