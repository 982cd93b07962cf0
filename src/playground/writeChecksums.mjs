import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Writes `SHA256SUMS` beside the files, as `sha256sum --check` reads it.
 * @param {string} folder
 * @param {readonly string[]} paths
 */
export function writeChecksums(folder, paths) {
  const lines = paths.map((path) => `${toSha256(path)}  ${basename(path)}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}

/** @param {string} path */
function toSha256(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
