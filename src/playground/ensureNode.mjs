import { UserError } from './UserError.mjs';

const WANTED = [20, 19];

/**
 * Stops with one sentence where Node is too old for what is installed next.
 * @param {string} [version]
 */
export function ensureNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = WANTED;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new UserError(
    `Node.js ${WANTED.join('.')} or newer is needed, this is ${version}: see https://nodejs.org.`,
  );
}
