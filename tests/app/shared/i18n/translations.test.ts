import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import manifest from '../../../../manifest.json';
import english from '../../../../translations/en.json';
import russian from '../../../../translations/ru.json';

const ROOM = join(__dirname, '../../../../src/app');
const PLURALS = /_(zero|one|two|few|many|other)$/;
const SPOKEN_PROPS = ['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'text'];

function toLeaves(node: object, prefix = ''): [key: string, sentence: string][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : toLeaves(value, `${prefix}${key}.`),
  );
}

const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) =>
    ts.createSourceFile(name, readFileSync(join(ROOM, name), 'utf8'), ts.ScriptTarget.Latest, true),
  );

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => visit(child, look));
}

/** What a call of `t` may ask for: a key, or every key that a template with holes can become. */
function toAskedPattern(argument: ts.Expression): RegExp | undefined {
  if (ts.isStringLiteralLike(argument)) return toPattern([argument.text]);
  if (!ts.isTemplateExpression(argument)) return undefined;
  return toPattern([argument.head.text, ...argument.templateSpans.map((span) => span.literal.text)]);
}

function toPattern(fixedParts: string[]): RegExp {
  return new RegExp(`^${fixedParts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+')}$`);
}

function readAsked() {
  const patterns: RegExp[] = [];
  const unreadable: string[] = [];
  for (const source of sources) {
    visit(source, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 't') return;
      const pattern = toAskedPattern(node.arguments[0]!);
      if (pattern) patterns.push(pattern);
      else unreadable.push(`${source.fileName}: ${node.getText()}`);
    });
  }
  return { patterns, unreadable };
}

describe('the translations', () => {
  const screens = {
    ...english.sidebar,
    ...english.more,
    ...english.replies,
    ...english.admin,
    ...english.setup,
  };
  const sidebarKeys = toLeaves(screens).map(([key]) => key.replace(PLURALS, ''));

  it('have the same keys in both languages, plural forms apart', () => {
    const toKeys = (language: object) => [
      ...new Set(toLeaves(language).map(([key]) => key.replace(PLURALS, ''))),
    ];
    expect(toKeys(russian).sort()).toEqual(toKeys(english).sort());
  });

  it.each([
    ['en', english],
    ['ru', russian],
  ])('have every plural form that the language needs (%s)', (locale, language) => {
    const keys = toLeaves({
      ...language.sidebar,
      ...language.more,
      ...language.admin,
      ...language.setup,
    }).map(([key]) => key);
    const stems = new Set(keys.filter((key) => PLURALS.test(key)).map((key) => key.replace(PLURALS, '')));
    // A key such as `refund_other` is no plural: it has no sister `refund_one`.
    const plurals = [...stems].filter((stem) => keys.includes(`${stem}_one`));
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    expect(plurals.length).toBeGreaterThan(0);
    for (const stem of plurals) {
      const found = keys.filter((key) => key.replace(PLURALS, '') === stem);
      expect(found.sort()).toEqual(forms.map((form) => `${stem}_${form}`).sort());
    }
  });

  it('put the same values into the sentences of both languages', () => {
    const toValues = (language: object) =>
      Object.fromEntries(
        toLeaves(language).map(([key, sentence]) => [
          key.replace(PLURALS, ''),
          [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort(),
        ]),
      );
    expect(toValues(russian)).toEqual(toValues(english));
  });

  it('name no sentence of the screens twice: their blocks are laid over each other', () => {
    const blocks = [english.sidebar, english.more, english.replies, english.admin, english.setup].flatMap(
      (block) => Object.keys(block),
    );
    expect(new Set(blocks).size).toBe(blocks.length);
  });

  it('hold no sentence that no screen asks for, and miss none', () => {
    const { patterns, unreadable } = readAsked();
    expect(unreadable).toEqual([]);
    const isPlainKey = (pattern: RegExp) => (key: string) => pattern.test(key);
    const keys = toLeaves(screens).map(([key]) => key);
    const unused = keys.filter(
      (key) => !patterns.some((pattern) => pattern.test(key) || pattern.test(key.replace(PLURALS, ''))),
    );
    expect(unused).toEqual([]);
    const missing = patterns.filter((pattern) => ![...keys, ...sidebarKeys].some(isPlainKey(pattern)));
    expect(missing).toEqual([]);
  });

  it('are the only place with text for people: components hold none', () => {
    const found: string[] = [];
    for (const source of sources) {
      visit(source, (node) => {
        const isText = ts.isJsxText(node) && /\p{L}/u.test(node.text);
        const isProp =
          ts.isJsxAttribute(node) &&
          SPOKEN_PROPS.includes(node.name.getText()) &&
          node.initializer !== undefined &&
          ts.isStringLiteral(node.initializer);
        if (isText || isProp) found.push(`${source.fileName}: ${node.getText().trim()}`);
      });
    }
    expect(found).toEqual([]);
  });

  it('describe each parameter of the manifest, and no other', () => {
    const names = manifest.parameters.map(({ name }) => name).sort();
    expect(Object.keys(english.app.parameters).sort()).toEqual(names);
    for (const { label, helpText } of Object.values(russian.app.parameters)) {
      expect(label).not.toBe('');
      expect(helpText).not.toBe('');
    }
  });
});
