import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { packBridge } from '../../src/playground/packBridge.mjs';
import { writeChecksums } from '../../src/playground/writeChecksums.mjs';
import { makeTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};

const ROOT = join(__dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

let folder: TemporaryFolder;
let tarball: string;

beforeAll(async () => {
  folder = makeTemporaryFolder();
  tarball = await packBridge(folder.path);
});
afterAll(() => folder.remove());

const listEntries = () => execFileSync('tar', ['tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
const readEntry = (path: string) =>
  execFileSync('tar', ['xzOf', tarball, `package/${path}`], { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });

describe('the bridge as a tarball', () => {
  it('holds the build, every migration, the lockfile and what an operator reads', () => {
    const migrations = readdirSync(join(ROOT, 'src/adapters/postgres/migrations')).filter((name) =>
      name.endsWith('.sql'),
    );
    expect(listEntries()).toEqual(
      expect.arrayContaining(
        [
          'dist/bridge/support-credits.js',
          ...migrations.map((name) => `dist/bridge/migrations/${name}`),
          'npm-shrinkwrap.json',
          'package.json',
          'policy.example.json',
          'README.md',
          'CHANGELOG.md',
          'extras/systemd/support-credits',
        ].map((path) => `package/${path}`),
      ),
    );
  });

  it('holds every file that the guide for its operator leads to', () => {
    const links = [...readEntry('extras/operators-guide.md').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)];
    const paths = links.map(([, path = '']) => `package/${posix.join('extras', path)}`);
    expect(paths.length).toBeGreaterThan(5);
    expect(listEntries()).toEqual(expect.arrayContaining(paths));
  });

  it('is installed by the lockfile that it was built with, and starts by npm', () => {
    expect(readEntry('npm-shrinkwrap.json')).toBe(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const packed = JSON.parse(readEntry('package.json')) as Manifest;
    expect(packed.dependencies).toEqual(manifest.dependencies);
    expect(packed.devDependencies).toEqual(manifest.devDependencies);
    expect(packed.scripts).toEqual({
      start: 'node --enable-source-maps dist/bridge/support-credits.js serve',
    });
  });

  it('loads nothing that an installation without development packages lacks', () => {
    const asked = [...readEntry('dist/bridge/support-credits.js').matchAll(/\brequire\("([^".][^"]*)"\)/g)];
    const packages = new Set(
      asked
        .map(([, name = '']) => name)
        .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
        .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]),
    );
    expect(packages.size).toBeGreaterThan(3);
    expect(Object.keys(manifest.dependencies)).toEqual(expect.arrayContaining([...packages]));
  });

  it('is proved by a checksum as sha256sum reads it', () => {
    writeChecksums(folder.path, [tarball]);
    const check = () =>
      execFileSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: folder.path, encoding: 'utf8' });
    expect(check()).toMatch(/: OK\n$/);
    folder.write(
      'SHA256SUMS',
      readFileSync(join(folder.path, 'SHA256SUMS'), 'utf8').replace(/^./, (digit) =>
        digit === '0' ? '1' : '0',
      ),
    );
    expect(check).toThrow();
  });
});
