import { createPublicKey, verify } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { buildClientTokens } from '../../../src/adapters/zendesk/help-center/buildClientTokens';
import { startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

/** Making keys takes a second, several on a busy machine. */
jest.setTimeout(30_000);

const TOKEN_PATH = '/api/v2/help_center/integration/token';

let zendesk: TestZendesk;

beforeAll(async () => {
  zendesk = await startTestZendesk();
});
afterAll(() => zendesk.close());

const get = (path: string, cookie = '') => fetch(`${zendesk.url}${path}`, { headers: { cookie } });

/** The token of a client who has signed in to the help center. */
async function readToken(email: string): Promise<string> {
  const signedIn = await fetch(`${zendesk.url}/access/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  const answer = await get(TOKEN_PATH, signedIn.headers.get('set-cookie') ?? '');
  return ((await answer.json()) as { token: string }).token;
}

const decode = (part: string | undefined) =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('the token of the help center', () => {
  it('is made for whoever is signed in, and for nobody else', async () => {
    expect((await get(TOKEN_PATH)).status).toBe(401);
    const [one, other] = await Promise.all(['credits@client.test', 'partner@client.test'].map(readToken));
    const [mine, theirs] = [decode(one!.split('.')[1]), decode(other!.split('.')[1])];
    expect(mine).toMatchObject({ email: 'credits@client.test', userId: expect.any(Number) });
    expect(mine['userId']).not.toBe(theirs['userId']);
    expect(Number(mine['exp']) - Number(mine['iat'])).toBe(300);
  });

  it('is signed with RS256 by the key that the account publishes to anybody, with and without .json', async () => {
    const token = await readToken('credits@client.test');
    const [header, payload, signature] = token.split('.');
    for (const path of ['keys', 'keys.json']) {
      const { keys } = (await (await get(`/api/v2/help_center/integration/${path}`)).json()) as {
        keys: (JsonWebKey & { kid: string })[];
      };
      const { alg, kid } = decode(header);
      expect(alg).toBe('RS256');
      const jwk = keys.find((key) => key.kid === kid)!;
      expect(Object.keys(jwk).sort()).toEqual(['e', 'kid', 'kty', 'n']);
      const key = createPublicKey({ key: jwk, format: 'jwk' });
      const signed = Buffer.from(`${header}.${payload}`);
      expect(verify('RSA-SHA256', signed, key, Buffer.from(signature!, 'base64url'))).toBe(true);
    }
  });

  it('is not there on a plan below Enterprise, nor are the keys, until the plan has them again', async () => {
    const { body } = await zendesk.control('plan', { hasHelpCenterTokens: false });
    expect(body).toEqual({ hasHelpCenterTokens: false });
    for (const path of [TOKEN_PATH, '/api/v2/help_center/integration/keys']) {
      const answer = await get(path);
      expect([answer.status, await answer.json()]).toEqual([
        404,
        { error: 'RecordNotFound', description: 'Not found' },
      ]);
    }
    await zendesk.control('reset');
    expect((await get(TOKEN_PATH)).status).toBe(401);
  });

  it.each([[{ hasHelpCenterTokens: 'no' }], [{ hasMoon: true }], ['none']])(
    'refuses the plan %j',
    async (plan) => {
      expect((await zendesk.control('plan', plan)).status).toBe(400);
    },
  );

  it('is believed by the bridge, as the person whom it was made for', async () => {
    const token = await readToken('credits@client.test');
    const tokens = buildClientTokens({
      zendeskUrl: zendesk.url,
      audience: undefined,
      clock: { now: () => new Date() },
    });
    const person = await tokens.readPerson(`Bearer ${token}`);
    expect(person).toEqual({ ok: true, value: String(decode(token.split('.')[1])['userId']) });
  });
});
