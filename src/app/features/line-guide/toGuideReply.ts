import type { ReplyKey } from '../../shared/i18n/TranslationKey';
import type { GuideText } from './guide';

/** Puts a text of the guide together: what it is about, and what holds for everything in its group. */
export function toGuideReply({ group, topic }: GuideText, t: (key: ReplyKey) => string): string {
  const about = topic === undefined ? t(`reply.group.${group}`) : t(`reply.topic.${topic}`);
  return `${about} ${t(`reply.ending.${group}`)}`;
}
