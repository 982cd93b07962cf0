import { GUIDE } from '../../../../src/app/features/line-guide/guide';
import { toGuideReply } from '../../../../src/app/features/line-guide/toGuideReply';
import { createTranslator } from '../../../../src/app/shared/i18n/createTranslator';
import type { ReplyKey } from '../../../../src/app/shared/i18n/TranslationKey';
import english from '../../../../translations/en.json';
import russian from '../../../../translations/ru.json';

const speakEnglish = createTranslator<ReplyKey>('en', english.replies);

describe('the texts of the guide', () => {
  it('say what a topic is about, and then what holds for its group', () => {
    expect(toGuideReply({ group: 'tech', topic: 'update' }, speakEnglish)).toMatch(
      /^Updating our software .* question for technical support\. Technical support works round the clock and takes 1 support credit/,
    );
    expect(toGuideReply({ group: 'care', topic: undefined }, speakEnglish)).toMatch(
      /^Client care answers questions about paying.* free of charge/,
    );
  });

  it.each([
    ['en', english.replies],
    ['ru', russian.replies],
  ] as const)('are one for each topic and each group, no two the same (%s)', (language, words) => {
    const t = createTranslator<ReplyKey>(language, words);
    const texts = GUIDE.flatMap((group) =>
      [undefined, ...group.topics].map((topic) => toGuideReply({ group: group.id, topic }, t)),
    );
    expect(texts).toHaveLength(26);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) expect(text).toMatch(/^\p{Lu}[^{}]+\.$/u);
  });
});
