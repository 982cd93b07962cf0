import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from '../../translations/en.json';
import russian from '../../translations/ru.json';

const ROOM = join(__dirname, '../../src/help-center');
const PLURALS = /_(one|few|many|other)$/;

const toKeys = (node: object, prefix = ''): string[] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : toKeys(value as object, `${prefix}${key}.`),
  );

const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !name.includes('words/'))
  .map((name) => readFileSync(join(ROOM, name), 'utf8'))
  .join('\n');

/** Keys that are asked for, those with holes as patterns. */
const asked = [...sources.matchAll(/(['`])([a-z_]+\.[\w.${}]+)\1/g)].map(
  ([, , key]) => new RegExp(`^${key!.replace(/\$\{[^}]*\}/g, '[^.]+').replaceAll('.', '\\.')}$`),
);

describe('the words of the help center', () => {
  // That none is missing is proved by the compiler (src/help-center/words/WordKey.ts).
  it('are all said somewhere', () => {
    const keys = toKeys(english.help_center).map((key) => key.replace(PLURALS, ''));
    expect(asked.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it.each([
    ['en', english],
    ['ru', russian],
  ])('have every plural form that the language needs (%s)', (locale, language) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const found = Object.keys(language.help_center.form).filter((key) => PLURALS.test(key));
    expect(found.sort()).toEqual(forms.map((form) => `takes_${form}`).sort());
  });
});
