import { existsSync, readFileSync } from 'node:fs';
import { runProgram, runScript } from './runProgram.mjs';
import { UserError } from './UserError.mjs';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const VERSION_TIMEOUT_MS = 20_000;

/**
 * Finds a Chromium that runs, or installs one, and answers its path. CHROMIUM_PATH wins and is not second-guessed.
 * Packages have to be installed already (playwright-core is asked for the browser it may have downloaded).
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
  const given = process.env['CHROMIUM_PATH'];
  if (given) {
    if (await runs(given)) return given;
    throw new UserError(`CHROMIUM_PATH is ${given}, and no browser runs there.`);
  }
  const found = await findChromium();
  if (found) return found;
  const words = await installChromium();
  const installed = await findChromium();
  if (installed) return installed;
  throw new UserError(
    `${words}\nThe tests need a Chromium browser: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
  );
}

async function findChromium() {
  const { chromium } = await import('playwright-core');
  for (const path of [...KNOWN_PLACES, chromium.executablePath()]) {
    if (existsSync(path) && (await runs(path))) return path;
  }
  return undefined;
}

/**
 * Ubuntu's `chromium-browser` stands there without the snap behind it, so being there is not enough.
 * @param {string} path
 */
async function runs(path) {
  return (await runProgram(path, ['--version'], { timeoutMs: VERSION_TIMEOUT_MS })).code === 0;
}

/** Debian has a package; Ubuntu has only a snap, so there the browser build of playwright-core is taken. */
async function installChromium() {
  const isRoot = process.getuid?.() === 0;
  console.log('Installing Chromium for the tests (once, a few minutes) …');
  if (isRoot && readSystemId() === 'debian') return installPackage();
  const args = ['install', ...(isRoot ? ['--with-deps'] : []), 'chromium'];
  return (await runScript('node_modules/playwright-core/cli.js', args)).output;
}

async function installPackage() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runProgram('apt-get', ['update'], { env });
  // DejaVu has the Cyrillic letters of the Russian screens.
  const packages = ['chromium', 'fonts-dejavu-core'];
  const install = await runProgram('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
  return update.output + install.output;
}

function readSystemId() {
  try {
    return /^ID="?([a-z]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
