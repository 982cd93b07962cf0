import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

type Package = {
  version: string;
  license?: string;
  integrity?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };

/** What may be delivered to others: nobody is bound to more than naming the authors. */
const DELIVERABLE = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Python-2.0',
  'BlueOak-1.0.0',
];

/** What tools may have besides: they are used and not delivered. */
const FOR_TOOLS = [...DELIVERABLE, 'MIT-0', 'MPL-2.0', 'CC-BY-4.0', '(MIT OR CC0-1.0)', 'Apache-2.0 AND MIT'];

/** The lockfile names none for packages that state it in the way of old; their LICENSE was read. */
const STATED_ELSEWHERE: Record<string, string> = { zendesk_app_framework_sdk: 'Apache-2.0' };

const nameOf = (path: string) => path.replace(/^.*node_modules\//, '');
const licenceOf = (path: string) => packages[path]?.license ?? STATED_ELSEWHERE[nameOf(path)] ?? 'none';

/** Packages that code of the app imports, which webpack puts into the zip. */
function listBundled(): string[] {
  const files = readdirSync(join(ROOT, 'src/app'), { recursive: true, encoding: 'utf8' });
  const imports = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [
      ...read(join('src/app', file)).matchAll(/^(?:import|export|\}) .*from '([^.'][^']*)';$/gm),
    ])
    .map(([, name = '']) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
  return [...new Set(imports)].filter((name) => !name.startsWith('node:'));
}

/** Where Node finds a package that another one asks for. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(?!.*node_modules\/).*$/, '')) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === '') return undefined;
  }
}

/** These packages and all that they need, as places in the lockfile. */
function listWithNeeds(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string, from: string) => {
    const path = find(name, from);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies } = packages[path]!;
    for (const need of Object.keys({ ...dependencies, ...optionalDependencies })) visit(need, path);
  };
  for (const name of names) visit(name, '');
  return found;
}

const direct = [...new Set([...Object.keys(manifest.dependencies), ...listBundled()])].sort();

describe('the packages that are delivered', () => {
  it('have licences that are allowed, with all that they need', () => {
    const delivered = [...listWithNeeds(direct)];
    expect(delivered.length).toBeGreaterThan(60);
    expect(delivered.filter((path) => !DELIVERABLE.includes(licenceOf(path)))).toEqual([]);
  });

  it('are listed with their licences in SECURITY.md', () => {
    const rows = [...read('SECURITY.md').matchAll(/^\| `([^`]+)` +\| ([\w.-]+) +\|/gm)];
    const listed = rows.map(([, name, licence]) => `${name} ${licence}`);
    expect(listed.sort()).toEqual(
      direct.map((name) => `${name} ${licenceOf(`node_modules/${name}`)}`).sort(),
    );
  });
});

describe('all packages', () => {
  it('have licences that are allowed for tools at least', () => {
    const others = Object.keys(packages).filter(
      (path) => path !== '' && !FOR_TOOLS.includes(licenceOf(path)),
    );
    expect(others.map((path) => `${path}: ${licenceOf(path)}`)).toEqual([]);
  });

  it('are pinned: exact versions in package.json, and a hash of each in the lockfile', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    const unhashed = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });
});
