import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AGENT_REFUND_REASONS } from '../../src/domain/policy/refundReason';
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
    // Every reason for a refund has the same keys.
    const paths = toPaths(DEFAULT_POLICY).map((path) => path.replace(/^(refundReasons)\.\w+/, '$1.<reason>'));
    const words = [...paths, ...AGENT_REFUND_REASONS];
    expect(words.filter((word) => !readme.includes(`\`${word}\``))).toEqual([]);
  });

  it('explains every variable of the environment', () => {
    const names = [...environment.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]!);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
