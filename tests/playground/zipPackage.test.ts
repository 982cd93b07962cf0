import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import yauzl from 'yauzl';
import { zipPackage } from '../../src/playground/zipPackage.mjs';
import { writeSamplePackage } from './samplePackage';
import { makeTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

describe('zipPackage', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = makeTemporaryFolder();
  });

  afterEach(() => folder.remove());

  const zip = async (name: string) => {
    const path = join(folder.path, `${name}.zip`);
    await zipPackage(join(folder.path, name), path);
    return path;
  };

  it('puts every file below the root of the zip, in order', async () => {
    writeSamplePackage(folder, 'app');
    expect(await listEntries(await zip('app'))).toEqual([
      'assets/iframe.html',
      'assets/logo-small.png',
      'assets/logo.png',
      'assets/main.js',
      'manifest.json',
      'requirements.json',
      'translations/en.json',
    ]);
  });

  it('makes the same bytes of the same files', async () => {
    writeSamplePackage(folder, 'first');
    writeSamplePackage(folder, 'second');
    expect(readFileSync(await zip('first')).equals(readFileSync(await zip('second')))).toBe(true);
  });
});

async function listEntries(path: string): Promise<string[]> {
  const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open);
  const file = await open(path, { lazyEntries: true });
  const names: string[] = [];
  return new Promise((resolve, reject) => {
    file.on('entry', (entry: yauzl.Entry) => {
      names.push(entry.fileName);
      file.readEntry();
    });
    file.once('end', () => resolve(names));
    file.once('error', reject);
    file.readEntry();
  });
}
