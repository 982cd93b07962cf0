import { exportSPKI, importJWK, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { buildClientTokens } from '../../../../src/adapters/zendesk/help-center/buildClientTokens';
import { startScriptedZendesk } from '../scriptedZendesk';
import type { ScriptedAnswer, ScriptedZendesk } from '../scriptedZendesk';
import { makeKey, NOW, signPerson } from './helpCenterKeys';
import type { HelpCenterKey } from './helpCenterKeys';

/** Making keys takes a second, several on a busy machine. */
jest.setTimeout(30_000);

const KEYS_PATH = '/api/v2/help_center/integration/keys.json';

let first: HelpCenterKey;
let second: HelpCenterKey;
let stranger: HelpCenterKey;
let zendesk: ScriptedZendesk;
let say: () => ScriptedAnswer;
let nowMs: number;

beforeAll(async () => {
  [first, second, stranger] = await Promise.all([makeKey('one'), makeKey('two'), makeKey('one')]);
  zendesk = await startScriptedZendesk(() => say());
});
afterAll(() => zendesk.close());
beforeEach(() => {
  zendesk.requests.length = 0;
  nowMs = NOW.getTime();
  say = () => ({ body: { keys: [first.jwk] } });
});

const build = (audience?: string) =>
  buildClientTokens({ zendeskUrl: `${zendesk.url}/`, audience, clock: { now: () => new Date(nowMs) } });
const bearer = async (token: Promise<string>) => `Bearer ${await token}`;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token of the help center', () => {
  it.each([900, '900'])(
    'names the person whom it was made for, as a number or a text: %p',
    async (userId) => {
      expect(await build().readPerson(await bearer(signPerson(first, { userId })))).toEqual({
        ok: true,
        value: '900',
      });
      expect(zendesk.requests.map(({ path, authorization }) => [path, authorization])).toEqual([
        [KEYS_PATH, ''],
      ]);
    },
  );

  it.each([
    ['without a header', undefined, 'token_missing'],
    ['in another scheme', 'Basic YWJj', 'token_missing'],
    ['that is none', 'Bearer abc', 'token_invalid'],
    ['that is too long', `Bearer ${'a'.repeat(9_000)}`, 'token_missing'],
  ])('is refused %s', async (_what, header, reason) => {
    expect(await build().readPerson(header)).toEqual({ ok: false, reason });
  });

  it('is refused when another key signed it under a known name', async () => {
    expect(await build().readPerson(await bearer(signPerson(stranger)))).toEqual({
      ok: false,
      reason: 'token_invalid',
    });
  });

  it('is refused when it was changed after signing', async () => {
    const [header, , signature] = (await signPerson(first)).split('.');
    const payload = base64({ userId: 901, exp: NOW.getTime() / 1_000 + 300 });
    expect(await build().readPerson(`Bearer ${header}.${payload}.${signature}`)).toMatchObject({ ok: false });
  });

  it('is refused with any other algorithm: unsigned, or signed with the public key as a secret', async () => {
    const claims = { userId: 900, exp: NOW.getTime() / 1_000 + 300 };
    const unsigned = `${base64({ alg: 'none', kid: 'one' })}.${base64(claims)}.`;
    const publicKey = (await importJWK(first.jwk, 'RS256', { extractable: true })) as CryptoKey;
    const asSecret = new TextEncoder().encode(await exportSPKI(publicKey));
    const confused = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(asSecret);
    const stronger = new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'one' });
    for (const token of [unsigned, await confused]) {
      expect(await build().readPerson(`Bearer ${token}`)).toEqual({ ok: false, reason: 'token_invalid' });
    }
    await expect(stronger.sign(first.privateKey)).rejects.toThrow();
  });

  it('ends, with a minute for clocks that differ, and must have an end', async () => {
    const read = async (endsIn: number | null) =>
      build().readPerson(await bearer(signPerson(first, { userId: 900 }, { endsIn })));
    expect(await read(-59)).toMatchObject({ ok: true });
    expect(await read(-61)).toEqual({ ok: false, reason: 'token_expired' });
    expect(await read(null)).toEqual({ ok: false, reason: 'token_invalid' });
  });

  it('is taken for the audience that is configured alone', async () => {
    const read = async (configured: string | undefined, aud: string | undefined) => {
      const claims = { userId: 900, ...(aud === undefined ? {} : { aud }) };
      const person = await build(configured).readPerson(await bearer(signPerson(first, claims)));
      return person.ok ? 'taken' : person.reason;
    };
    expect(await read('credits', 'credits')).toBe('taken');
    expect(await read('credits', 'another')).toBe('token_for_others');
    expect(await read('credits', undefined)).toBe('token_for_others');
    expect(await read(undefined, undefined)).toBe('taken');
    expect(await read(undefined, 'another')).toBe('token_for_others');
  });

  it.each([
    [{}],
    [{ userId: 0 }],
    [{ userId: 1.5 }],
    [{ userId: '9 00' }],
    [{ userId: { id: 900 } }],
    [{ sub: '900' }],
  ])('is refused without a person: %j', async (claims) => {
    expect(await build().readPerson(await bearer(signPerson(first, claims)))).toEqual({
      ok: false,
      reason: 'token_without_person',
    });
  });
});

describe('the keys of the help center', () => {
  it('are read once for many tokens, also for those that come together', async () => {
    const tokens = build();
    const header = await bearer(signPerson(first));
    await Promise.all([1, 2, 3].map(() => tokens.readPerson(header)));
    await tokens.readPerson(header);
    expect(zendesk.requests).toHaveLength(1);
  });

  it('are read again for a new key, yet not for each token that names one nobody has', async () => {
    const tokens = build();
    await tokens.readPerson(await bearer(signPerson(first)));
    say = () => ({ body: { keys: [second.jwk] } });
    nowMs += 31_000;
    expect(await tokens.readPerson(await bearer(signPerson(second)))).toMatchObject({ ok: true });
    for (const kid of ['x', 'y', 'z']) {
      expect(await tokens.readPerson(await bearer(signPerson(stranger, {}, { kid })))).toMatchObject({
        ok: false,
      });
    }
    expect(zendesk.requests).toHaveLength(2);
  });

  it('that were withdrawn are not believed any more after ten minutes', async () => {
    const tokens = build();
    const header = await bearer(signPerson(first, { userId: 900 }, { endsIn: 3_600 }));
    await tokens.readPerson(header);
    say = () => ({ body: { keys: [second.jwk] } });
    nowMs += 601_000;
    expect(await tokens.readPerson(header)).toEqual({ ok: false, reason: 'token_invalid' });
  });

  it('that cannot be read anew stay believed for an hour, then the failure is told', async () => {
    const tokens = build();
    const header = await bearer(signPerson(first, { userId: 900 }, { endsIn: 8_000 }));
    await tokens.readPerson(header);
    say = () => ({ status: 503 });
    nowMs += 601_000;
    expect(await tokens.readPerson(header)).toMatchObject({ ok: true });
    expect(await tokens.readPerson(header)).toMatchObject({ ok: true });
    expect(zendesk.requests).toHaveLength(2);
    nowMs += 3_000_000;
    await expect(tokens.readPerson(header)).rejects.toMatchObject({
      code: 'zendesk_unavailable',
      retry: true,
    });
  });

  it.each<[string, ScriptedAnswer, string]>([
    ['a refusal', { status: 404 }, 'zendesk_unavailable'],
    ['a cut connection', { isCut: true }, 'zendesk_unavailable'],
    ['a redirect', { status: 302, headers: { location: 'https://elsewhere.test/' } }, 'zendesk_unavailable'],
    ['no JSON', { body: 'nonsense' }, 'zendesk_unexpected_answer'],
    ['no set of keys', { body: { keys: 'none' } }, 'zendesk_unexpected_answer'],
    ['an endless answer', { body: 'x'.repeat(70_000) }, 'zendesk_unavailable'],
  ])('fail by name on %s, and the account is then left alone for a while', async (_what, answer, code) => {
    say = () => answer;
    const tokens = build();
    const header = await bearer(signPerson(first));
    await expect(tokens.readPerson(header)).rejects.toMatchObject({ code });
    await expect(tokens.readPerson(header)).rejects.toMatchObject({ code });
    expect(zendesk.requests).toHaveLength(1);
    say = () => ({ body: { keys: [first.jwk] } });
    nowMs += 31_000;
    expect(await tokens.readPerson(header)).toMatchObject({ ok: true });
  });
});
