import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS } from './faultList';

const README = readFileSync(join(__dirname, '../README.md'), 'utf8');

/** The rows of the table whose first cell is a name in code. */
const ROWS = [
  ...README.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\| \[`(\w+)`\]\(faults\/\3\.test\.ts\) +\|$/gm),
].map(([, name, behaviour, file]) => ({ name, behaviour, file }));

describe('the list of faults', () => {
  it('is the table of the README, word by word', () => {
    expect(Object.fromEntries(ROWS.map(({ name, behaviour }) => [name, behaviour]))).toEqual(FAULTS);
  });

  it('has a test for each, in the file that the table names', () => {
    const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.ts'));
    const tested = files.flatMap((file) =>
      [...readFileSync(join(__dirname, file), 'utf8').matchAll(/titleOf\('([a-z-]+)'\)/g)].map(
        ([, name]) => `${name} in ${file}`,
      ),
    );
    expect(new Set(tested)).toEqual(new Set(ROWS.map(({ name, file }) => `${name} in ${file}.test.ts`)));
  });
});
