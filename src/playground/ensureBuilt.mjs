import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashFiles } from './hashFiles.mjs';
import { projectRoot } from './projectRoot.mjs';
import { runScript } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

/** What webpack reads. */
const SOURCES = [
  'src',
  'assets',
  'translations',
  'manifest.json',
  'requirements.json',
  'webpack.config.js',
  'package.json',
  'package-lock.json',
];

/** What has to stand afterwards: a build folder that was tidied up by hand is no build. */
const RESULTS = [
  'dist/app/manifest.json',
  'dist/bridge/support-credits.js',
  'dist/help-center/support-credits.js',
  'dist/simulators/main.js',
];

const STAMP = 'dist/.built-from';

/** Builds all bundles unless they stand and nothing they are made from has changed. */
export async function ensureBuilt() {
  const hash = hashSources(projectRoot);
  if (isBuilt(projectRoot, hash)) return;
  console.log('Building (after a change, about half a minute) …');
  rmSync(join(projectRoot, STAMP), { force: true });
  // A file that left the sources must leave the package too; webpack tidies only its own output.
  rmSync(join(projectRoot, 'dist/app'), { recursive: true, force: true });
  const { code, output } = await runScript('node_modules/webpack/bin/webpack.js', []);
  if (code !== 0) throw new UserError(`${output}\nThe build failed (webpack), see above.`);
  markBuilt(projectRoot, hash);
}

/**
 * The state of everything the build is made from. The playground is run as it is, and texts for readers are not built.
 * @param {string} root
 */
export function hashSources(root) {
  return hashFiles(root, SOURCES, (path) => !path.startsWith('src/playground/') && !path.endsWith('.md'));
}

/**
 * @param {string} root
 * @param {string} hash Of the sources as they are now.
 */
export function isBuilt(root, hash) {
  if (!RESULTS.every((path) => existsSync(join(root, path)))) return false;
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/**
 * @param {string} root
 * @param {string} hash Of the sources the build was made from.
 */
export function markBuilt(root, hash) {
  const stamp = join(root, STAMP);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
