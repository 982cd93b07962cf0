import { SAYINGS } from '../../../src/domain/setup/saying';
import english from '../../../translations/en.json';
import russian from '../../../translations/ru.json';

const PLURALS = /_(one|few|many|other)$/;

/** The sentences of each code: one, or one for each plural form. */
function toSentences(said: Record<string, string>): Map<string, string[]> {
  const sentences = new Map<string, string[]>();
  for (const [key, sentence] of Object.entries(said)) {
    const code = key in SAYINGS ? key : key.replace(PLURALS, '');
    sentences.set(code, [...(sentences.get(code) ?? []), sentence]);
  }
  return sentences;
}

const toHoles = (sentence: string) =>
  [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, hole]) => hole))].sort();

describe.each([
  ['en', english.setup.said],
  ['ru', russian.setup.said],
])('what the look at the setup says (%s)', (_language, said) => {
  const sentences = toSentences(said);

  it('has a sentence for each code, and no other', () => {
    expect([...sentences.keys()].sort()).toEqual(Object.keys(SAYINGS).sort());
  });

  it('has in each sentence the holes that are filled', () => {
    const found = [...sentences].flatMap(([code, each]) => each.map((one) => [code, toHoles(one)]));
    const wanted = [...sentences].flatMap(([code, each]) =>
      each.map(() => [code, [...SAYINGS[code as keyof typeof SAYINGS]].sort()]),
    );
    expect(found).toEqual(wanted);
  });
});
