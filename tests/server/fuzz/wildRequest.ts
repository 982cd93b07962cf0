import * as fc from 'fast-check';
import type { Route } from '../http/listRoutes';
import { KNOWN } from './openFuzzedBridge';
import { PROOFS } from './makeProofs';
import type { Proof } from './makeProofs';

/** A request as it is meant; the bytes are made of it when it is sent. */
export type WildRequest = {
  /** Undefined: a path that is none. */
  route: Route | undefined;
  method: string;
  target: string;
  headers: [name: string, value: string][];
  body: Buffer;
  proof: Proof;
  /** Chooses address and token. */
  turn: number;
};

const ids = fc.constantFrom(
  ...KNOWN.flatMap(({ userId, billingAccountId }) => [userId, billingAccountId]),
  '7',
);
const words = fc.constantFrom(
  ...[
    '0',
    '-1',
    '1e9',
    '9'.repeat(19),
    '9'.repeat(40),
    'null',
    'undefined',
    'NaN',
    '__proto__',
    'constructor',
  ],
  ...[
    '..',
    '../../etc/passwd',
    'a\u0000b',
    "' or 1=1 --",
    '${7*7}',
    '<script>',
    '\u0000',
    '\ud800',
    '%00',
    '%zz',
    '%',
    '𝔘',
  ],
  ...[
    'movements',
    'outstanding',
    'wrong-lines',
    'waits',
    'held',
    'pending',
    'unexplained',
    'csv',
    '2026-11-01',
  ],
  ...[
    'x'.repeat(499),
    'x'.repeat(501),
    'debit:zt_1001_1:0',
    'given:1001:first',
    'rules',
    'credits',
    'entries',
  ],
);
const text = fc.oneof(
  { weight: 3, arbitrary: ids },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** Encoded as a browser would, or, now and then, left as it is: bytes that a path cannot hold end a request at the door. */
const part = fc.tuple(text, fc.nat({ max: 19 })).map(([raw, dice]) => (dice > 0 ? encode(raw) : raw));
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'before',
        'ticket',
        'limit',
        'from',
        'to',
        'product',
        'by',
        'format',
        'after',
        '__proto__',
      ),
      part,
    ),
    { maxLength: 4 },
  )
  .map((pairs) =>
    pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`,
  );

const headers = fc.array(
  fc.tuple(
    fc.constantFrom(
      ...[
        'content-type',
        'content-encoding',
        'origin',
        'accept',
        'x-forwarded-for',
        'x-request-id',
        'cookie',
      ],
      ...['x-zendesk-webhook-invocation-id', 'if-none-match', 'range', 'te', 'upgrade', 'expect', 'host'],
      ...['x-http-method-override', 'accept-version', 'authorization', 'x-wild'],
    ),
    fc.oneof(
      fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data; boundary=x',
        'gzip',
        'websocket',
        '*/*',
      ),
      fc.constantFrom(
        'https://support.example.test',
        '100-continue',
        'bytes=0-',
        '1.2.3.4, 5.6.7.8',
        'x'.repeat(9_000),
      ),
      fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    ),
  ),
  { maxLength: 3 },
);

const json = fc.oneof(
  fc.record({ ticket_id: text }),
  fc.record({ account: text, event: text, at: fc.constantFrom('2026-11-22T10:00:00Z', 'now') }),
  fc.record({ text: fc.oneof(text, fc.constantFrom('client1@fuzz.test', '1001', 'x@fuzz.test')) }),
  fc.record({ kind: fc.constant('ticket'), ticketId: text }),
  fc.record({
    kind: fc.constant('made_up'),
    billingAccountId: fc.oneof(fc.constant(null), text),
    channel: fc.constantFrom('form', 'mail', 'chat', 'phone', 'pigeon'),
    line: fc.constantFrom(null, 'sales', 'tech', 'x'),
    topic: fc.oneof(fc.constant(null), text),
    at: fc.constantFrom(
      null,
      '2026-11-22T10:00:00.000Z',
      '9999-12-31T23:59:59.999Z',
      '-271821-04-20T00:00:00.000Z',
      'now',
    ),
  }),
  fc.jsonValue(),
);
const body = fc.oneof(
  { weight: 4, arbitrary: json.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 2, arbitrary: fc.constant(Buffer.alloc(0)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('['.repeat(60_000), '{"a":'.repeat(10_000), 'x'.repeat(65_537), '\u00ff\u0000')
      .map((each) => Buffer.from(each)),
  },
);

const wildMethod = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'X Y',
);
const wildTarget = fc.oneof(
  part.map((each) => `/${each}`),
  fc.constantFrom(
    '*',
    '/',
    '//',
    '/v1',
    '/v1/',
    '/v1/client/',
    '/v1//tickets',
    '/V1/tickets/7/credits',
    '/healthz;a=b',
  ),
  fc.constantFrom('http://elsewhere.test/healthz', '/healthz/../readyz', '/?/#', 'healthz', ''),
);

/** A request to one of the routes with wild parts, every second with its own proof, and now and then to no route at all. */
export function wildRequest(routes: readonly Route[]): fc.Arbitrary<WildRequest> {
  const known = fc
    .record({
      route: fc.constantFrom(...routes),
      parts: fc.array(part, { minLength: 3, maxLength: 3 }),
      query,
      other: wildMethod,
      dice: fc.nat({ max: 9 }),
      wild: fc.constantFrom(...PROOFS),
      isProved: fc.boolean(),
    })
    .map(({ route, parts, query: asked, other, dice, wild, isProved }) => ({
      route,
      method: dice === 0 ? other : route.method,
      target: fill(route.path, parts) + asked,
      proof: isProved ? proofFor(route.path) : wild,
    }));
  const unknown = fc.record({
    route: fc.constant(undefined),
    method: wildMethod,
    target: wildTarget,
    proof: fc.constantFrom(...PROOFS),
  });
  return fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: unknown }),
      fc.record({ headers, body, turn: fc.nat({ max: 1_000_000 }) }),
    )
    .map(([where, what]) => ({ ...where, ...what }));
}

function proofFor(path: string): Proof {
  if (path.startsWith('/webhooks/')) return path.endsWith('zendesk') ? 'zendesk' : 'billing';
  return path.startsWith('/v1/client') ? 'client' : 'admin';
}

function fill(path: string, parts: readonly string[]): string {
  let index = 0;
  return path.replace(/:\w+|\*/g, () => parts[index++] ?? '');
}

/** Lone surrogates cannot be encoded; they go as they are. */
function encode(raw: string): string {
  return /\p{Surrogate}/u.test(raw) ? raw : encodeURIComponent(raw);
}
