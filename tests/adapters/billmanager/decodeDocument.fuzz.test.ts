import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { decodeDocument } from '../../../src/adapters/billmanager/decodeDocument';
import { readChoices } from '../../../src/adapters/billmanager/document/readChoices';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';

const RUNS = 10_000;

const folder = join(__dirname, '../../fixtures/billmanager');
const recorded = readdirSync(folder)
  .filter((name) => /\.(json|xml)$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const names = fc.constantFrom(
  ...['doc', 'error', 'elem', 'ok', 'slist', 'val', 'param', 'msg', 'detail', 'metadata', 'p_elems', 'auth'],
  ...['$', '$orig', '$type', '$name', '$key', '$object', '$id', '__proto__', 'constructor', 'toString'],
);
const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant('__name__'));

/** Trees made of the words that the decoder looks for, in places where it does not expect them. */
const { tree } = fc.letrec<{ tree: unknown; branch: unknown }>((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 4 }), tie('branch')),
  branch: fc
    .uniqueArray(fc.tuple(names, tie('tree')), { maxLength: 6, selector: ([name]) => name })
    .map((pairs) => Object.fromEntries(pairs)),
}));

const document = tree.map((doc) => JSON.stringify({ doc }));

/** A recorded answer with a piece of it cut out, doubled, or replaced by something else. */
const mutated = fc
  .tuple(
    fc.constantFrom(...recorded),
    fc.nat(),
    fc.nat({ max: 40 }),
    fc.oneof(fc.string(), fc.constantFrom('{}', '[]', '"$":', 'null', '<')),
  )
  .map(([text, at, length, piece]) => {
    const start = at % text.length;
    return text.slice(0, start) + piece + text.slice(start + length);
  });

const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array).toString());

const anything = fc.oneof(
  document,
  document,
  mutated,
  mutated,
  fc.json(),
  fc.string({ unit: 'binary' }),
  bytes,
);

const CODES = ['billing_html', 'billing_truncated', 'billing_unexpected_answer'];

/** Reads all that a decoded document offers; whatever is wrong with it would come out here. */
function readAll(text: string): void {
  const decoded = decodeDocument(text, 'expense');
  if (decoded.kind === 'error') {
    for (const said of [decoded.type, decoded.message]) expect(typeof said).toBe('string');
    return;
  }
  for (const node of [decoded.fields, ...decoded.rows]) {
    for (const name of ['id', 'error', '$', '__proto__', 'toString']) {
      expect(['string', 'undefined']).toContain(typeof node.get(name));
      for (const repeated of node.texts(name)) expect(typeof repeated).toBe('string');
    }
  }
  for (const choice of readChoices(decoded.fields, 'val')) expect(typeof choice.key).toBe('string');
}

/** Reads everything, and lets no failure pass but the decoder's own. */
function decodeAnything(text: string): void {
  try {
    readAll(text);
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    expect(CODES).toContain(error.code);
    expect(error.message.length).toBeLessThan(100);
  }
}

describe('decodeDocument, whatever comes in', () => {
  it('fails with its own error or gives texts, for 10,000 documents', () => {
    fc.assert(fc.property(anything, decodeAnything), { numRuns: RUNS });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each([
    ['lists', '[', ']'],
    ['rows', '{"elem":', '}'],
    ['scalars', '{"$":', '}'],
  ])('does not follow %s that lie in each other a million times', (_name, open, close) => {
    const nested = open.repeat(1_000_000) + '1' + close.repeat(1_000_000);
    decodeAnything(`{"doc":{"elem":${nested},"error":${nested}}}`);
    decodeAnything(`{"doc":{"elem":[${nested}]}}`);
  });
});
