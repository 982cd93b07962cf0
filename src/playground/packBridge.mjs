import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fromRoot } from './projectRoot.mjs';
import { runProgram } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

/** What goes with the bridge: what it runs, and what its operator reads. */
const CONTENTS = [
  'dist/bridge',
  'policy.example.json',
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'extras',
  'src/server/README.md',
  'src/help-center/README.md',
];

/**
 * Writes the bridge as a tarball that an operator unpacks and installs with `npm ci --omit=dev`: its build, its texts, and the
 * lockfile under the name that npm packs. The same files give the same bytes.
 * @param {string} target Folder.
 * @returns {Promise<string>} Path of the tarball.
 */
export async function packBridge(target) {
  const folder = mkdtempSync(join(tmpdir(), 'support-credits-bridge-'));
  try {
    for (const path of CONTENTS.filter((each) => existsSync(fromRoot(each)))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      cpSync(fromRoot(path), join(folder, path), { recursive: true });
    }
    cpSync(fromRoot('package-lock.json'), join(folder, 'npm-shrinkwrap.json'));
    const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(toBridgeManifest(manifest), null, 2)}\n`);
    const { code, output } = await runProgram('npm', ['pack', folder, '--pack-destination', target]);
    if (code !== 0) throw new UserError(`${output}\nThe bridge could not be packed (npm pack), see above.`);
    const path = join(target, `support-credits-bridge-${manifest.version}.tgz`);
    renameSync(join(target, `${manifest.name}-${manifest.version}.tgz`), path);
    return path;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The package's own manifest, so that the lockfile fits it, with the one script that is left.
 * @param {Record<string, unknown>} manifest
 */
function toBridgeManifest(manifest) {
  return {
    ...manifest,
    scripts: { start: 'node --enable-source-maps dist/bridge/support-credits.js serve' },
    files: [...CONTENTS, 'npm-shrinkwrap.json'],
  };
}
