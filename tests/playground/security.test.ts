import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const text = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');

/** Lines of tables that state what stops somebody; heads and rules of tables are none. */
const claims = text
  .slice(text.indexOf('## Who can do what'), text.indexOf('## Dependencies'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (-+ |what )/.test(line));

const PROOF = /`(tests\/[\w./-]+\.test\.tsx?)`: «([^»]+)»/g;

describe('SECURITY.md', () => {
  it('names a test for each claim', () => {
    expect(claims.length).toBeGreaterThan(30);
    expect(claims.filter((claim) => [...claim.matchAll(PROOF)].length === 0)).toEqual([]);
  });

  it('names tests that there are', () => {
    const missing = [...text.matchAll(PROOF)].filter(([, path = '', name = '']) => {
      if (!existsSync(join(ROOT, path))) return true;
      // A name is the first argument of its test, on the same line or, behind a table of cases, on a later one.
      const source = readFileSync(join(ROOT, path), 'utf8').replaceAll("\\'", "'");
      return ![`'${name}'`, `"${name}"`, `\`${name}\``].some(
        (quoted) => source.includes(`(${quoted}`) || source.includes(`(\n    ${quoted}`),
      );
    });
    expect(missing.map(([proof]) => proof)).toEqual([]);
  });

  it('says of everybody what is left', () => {
    const sections = text.split(/^### /m).slice(1);
    expect(sections.length).toBeGreaterThan(8);
    expect(sections.filter((section) => !section.includes('**Left:**'))).toEqual([]);
  });
});
