import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, wherever the command was given. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** @param {string[]} parts A path; a relative one counts from the project root. */
export const fromRoot = (...parts) => resolve(projectRoot, ...parts);
