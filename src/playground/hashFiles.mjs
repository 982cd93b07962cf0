import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from './listFiles.mjs';

/**
 * One hash over names and contents of the given files and folders; a missing one counts as empty. Contents, not times:
 * a switch of branches and back needs no new build.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {(path: string) => boolean} isWanted Asked with each file's path from the root.
 */
export function hashFiles(root, paths, isWanted) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((entry) => filesOf(root, entry)).filter(isWanted)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 */
function filesOf(root, path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  return statSync(full).isDirectory() ? listFiles(full).map((name) => `${path}/${name}`) : [path];
}
