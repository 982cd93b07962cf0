import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_POLICY } from '../../src/domain/policy/policy';

const readme = readFileSync(join(__dirname, '../../src/server/README.md'), 'utf8');
const environment = readFileSync(join(__dirname, '../../src/server/environment.ts'), 'utf8');

/** `packs[].credits`, `billing.chargeMaxAgeSeconds` and so on. */
function toPaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => toPaths(item, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, held]) => toPaths(held, path === '' ? key : `${path}.${key}`));
}

describe('the README of the server', () => {
  it('explains every key of the policy', () => {
    expect(toPaths(DEFAULT_POLICY).filter((path) => !readme.includes(`\`${path}\``))).toEqual([]);
  });

  it('explains every variable of the environment', () => {
    const names = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]!);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
