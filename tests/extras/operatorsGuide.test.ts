import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OPERATOR_COMMANDS } from '../../src/server/cli/operatorCommands';
import { environment } from '../../src/server/environment';
import en from '../../translations/en.json';
import { readText } from './readYaml';

const ROOT = join(__dirname, '../..');
const PATH = 'extras/operators-guide.md';
/** With lines that go on behind a backslash as one. */
const guide = readText(PATH).replace(/\\\n\s*/g, '');

/** Words of Zendesk, and names that the guide gives to what the operator makes there. */
const OF_OTHERS = ['Field ID', 'Support Credits bridge'];

/** All of `pattern` in the guide, each once. */
const findAll = (pattern: RegExp) => [
  ...new Set([...guide.matchAll(pattern)].map(([, found = '']) => found)),
];

/** Every text in a JSON value. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listTexts) : [];
}

/** As Markdown's readers name headings in links. */
const toAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

describe("the operator's guide", () => {
  it('names commands that there are, with options that they know', () => {
    const commands = findAll(/\bsupport-credits(?:\.js)? ([a-z]+(?:-[a-z]+)?(?: --[^`\n|,]*)?)/g);
    const unknown = commands.flatMap((line) => {
      const [name = '', ...words] = line.split(/\s+/);
      const options = ['serve', 'migrate'].includes(name) ? {} : OPERATOR_COMMANDS.get(name)?.options;
      if (options === undefined) return [name];
      return words
        .filter((word) => word.startsWith('--') && !(word.slice(2) in options))
        .map((word) => `${name} ${word}`);
    });
    expect(unknown).toEqual([]);
    expect(commands.length).toBeGreaterThan(10);
  });

  it('names variables that the bridge reads', () => {
    const names = findAll(/\b([A-Z]+(?:_[A-Z]+)+|MODE|PORT|HOST)(?==|`)/g);
    expect(names.filter((name) => !(name in environment.shape))).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });

  it('leads to files and headings that there are', () => {
    const wrong = findAll(/\]\(([^)]+)\)/g).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? PATH : join(dirname(PATH), path);
      if (!existsSync(join(ROOT, file))) return true;
      const headings = [...readText(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
        toAnchor(heading),
      );
      return anchor !== undefined && !headings.includes(anchor);
    });
    expect(wrong).toEqual([]);
    const files = findAll(/\b(extras\/[\w./-]+\w)/g);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(files.length).toBeGreaterThan(3);
  });

  it('names tabs of the admin page as the page does', () => {
    const tabs = findAll(/[Tt]ab \*\*([^*]+)\*\*/g);
    expect(tabs.filter((tab) => !Object.values(en.admin.tab).includes(tab))).toEqual([]);
    expect(tabs.length).toBeGreaterThan(4);
  });

  it('quotes what the app, the commands and the package say, word by word', () => {
    const sources = ['src/server/cli', 'src/server', 'src/playground', 'extras/systemd'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => readText(join(folder, name))),
    );
    const said = [...listTexts([en, JSON.parse(readText('requirements.json'))]), ...sources].join('\n');
    const prose = guide.replace(/^ *```[^]*?^ *```/gm, '');
    const quotes = [...prose.matchAll(/«([^»]+)»/g)].map(([, quote = '']) => quote.replace(/\s+/g, ' '));
    expect(quotes.filter((quote) => !said.includes(quote) && !OF_OTHERS.includes(quote))).toEqual([]);
    expect(quotes.length).toBeGreaterThan(30);
  });
});
