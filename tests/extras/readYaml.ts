import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');

/** A file of the repository. */
export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What a file with one YAML document holds; fails on whatever is no good YAML, keys that come twice included. */
export const readYaml = <Shape>(path: string): Shape =>
  parse(readText(path), { strict: true, uniqueKeys: true }) as Shape;
