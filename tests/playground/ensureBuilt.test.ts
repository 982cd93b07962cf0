import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources, isBuilt, markBuilt } from '../../src/playground/ensureBuilt.mjs';
import { makeTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

describe('a build', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = makeTemporaryFolder();
    for (const path of [
      'src/app/main.tsx',
      'src/playground/start.mjs',
      'assets/iframe.html',
      'manifest.json',
    ]) {
      folder.write(path, 'first');
    }
    for (const path of [
      'app/manifest.json',
      'bridge/support-credits.js',
      'help-center/support-credits.js',
      'simulators/main.js',
    ]) {
      folder.write(`dist/${path}`, 'built');
    }
    markBuilt(folder.path, hashSources(folder.path));
  });

  afterEach(() => folder.remove());

  const stands = () => isBuilt(folder.path, hashSources(folder.path));

  it('stands while nothing changes', () => {
    expect(stands()).toBe(true);
  });

  it.each([
    'src/app/main.tsx',
    'src/app/added.ts',
    'assets/iframe.html',
    'translations/en.json',
    'package-lock.json',
  ])('is stale after a change of %s', (path) => {
    folder.write(path, 'other');
    expect(stands()).toBe(false);
  });

  it('is stale after a source was removed', () => {
    rmSync(join(folder.path, 'src/app/main.tsx'));
    expect(stands()).toBe(false);
  });

  it('is stale when a result is gone, or the stamp', () => {
    rmSync(join(folder.path, 'dist/bridge/support-credits.js'));
    expect(stands()).toBe(false);
    folder.write('dist/bridge/support-credits.js', 'built');
    expect(stands()).toBe(true);
    rmSync(join(folder.path, 'dist/.built-from'));
    expect(stands()).toBe(false);
  });

  it('stands over a new time on a file, a change of the playground and a text for readers', () => {
    utimesSync(join(folder.path, 'src/app/main.tsx'), 1, 1);
    folder.write('src/playground/start.mjs', 'other');
    folder.write('src/app/README.md', 'words');
    expect(stands()).toBe(true);
  });
});
