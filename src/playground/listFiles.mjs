import { readdirSync } from 'node:fs';

/**
 * Every file and symbolic link below a folder, as paths from it with forward slashes, in the order of their names.
 * @param {string} folder
 * @param {string} [below]
 * @returns {string[]}
 */
export function listFiles(folder, below = '') {
  return readdirSync(`${folder}/${below}`, { withFileTypes: true })
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? listFiles(folder, path) : [path];
    })
    .sort();
}
