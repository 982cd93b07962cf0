import { buildClientTokens } from '../../../src/adapters/zendesk/help-center/buildClientTokens';
import { clientCreditsSchema, publicRulesSchema } from '../../../src/contract/clientCredits';
import type { ClientCredits } from '../../../src/contract/clientCredits';
import type { ClientReceipt } from '../../../src/contract/clientEntries';
import { errorBodySchema } from '../../../src/contract/errorBody';
import { clientPaths } from '../../../src/contract/clientPaths';
import { paths } from '../../../src/contract/paths';
import { makeKey, signPerson } from '../../adapters/zendesk/help-center/helpCenterKeys';
import type { HelpCenterKey } from '../../adapters/zendesk/help-center/helpCenterKeys';
import { startScriptedZendesk } from '../../adapters/zendesk/scriptedZendesk';
import type { ScriptedZendesk } from '../../adapters/zendesk/scriptedZendesk';
import { buildClientView, HELP_CENTER, NOW, openServer, signToken } from './openServer';

/** Making keys takes a second, several on a busy machine. */
jest.setTimeout(30_000);

let key: HelpCenterKey;
let zendesk: ScriptedZendesk;
let status = 200;

beforeAll(async () => {
  key = await makeKey('one');
  zendesk = await startScriptedZendesk(() => ({ status, body: { keys: [key.jwk] } }));
});
afterAll(() => zendesk.close());
beforeEach(() => (status = 200));

const { packs, buyUrl, care, now } = buildClientView();

/** The person's id stands in the figures, so that a mix-up would show. */
const creditsOf = (userId: string): ClientCredits => ({
  packs,
  buyUrl,
  care,
  now,
  identity: 'client',
  isPartner: false,
  balance: {
    availableCredits: Number(userId),
    earnedCredits: 0,
    boughtCredits: 0,
    usedCredits: 0,
    returnedCredits: 0,
  },
  spend: null,
  cost: 'credit',
  history: { entries: [], before: null },
  billingReadAt: null,
});

const receipt: ClientReceipt = {
  kind: 'movement',
  entry: {
    number: 3,
    kind: 'debit',
    amountCredits: -1,
    balanceAfterCredits: 2,
    reason: 'charged',
    ticketId: '7',
    occurredAt: '2026-11-22T09:00:00.000Z',
    grant: null,
  },
  proof: null,
  grants: [],
  owedCredits: 0,
  refund: null,
  debit: null,
};

function open() {
  const asked: unknown[][] = [];
  const server = openServer({
    clientTokens: buildClientTokens({
      zendeskUrl: zendesk.url,
      audience: undefined,
      clock: { now: () => NOW },
    }),
    readClientCredits: async (userId) => {
      asked.push([userId]);
      return creditsOf(userId);
    },
    readClientEntries: async (...values) => {
      asked.push(values);
      return { entries: [receipt.entry], before: '3' };
    },
    readClientReceipt: async (...values) => {
      asked.push(values);
      return values[1] === 3 ? { ok: true, value: receipt } : { ok: false, reason: 'entry_not_found' };
    },
  });
  const ask = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });
  return { ...server, asked, ask };
}

const as = async (userId: number, claims = {}) => ({
  authorization: `Bearer ${await signPerson(key, { userId, ...claims })}`,
});
const toCode = (answer: { json(): unknown }) => errorBodySchema.parse(answer.json()).error.code;

describe('the routes for clients', () => {
  const closed = [clientPaths.credits(), clientPaths.entries('7'), clientPaths.receipt(3)];

  it('tell nothing to whoever brings no token of the help center, a wrong one, or that of the sidebar', async () => {
    const { ask, asked, logText } = open();
    const wrong = await signPerson(await makeKey('one'));
    for (const url of closed) {
      for (const token of [undefined, 'nonsense', wrong, await signToken()]) {
        const answer = await ask(url, token === undefined ? {} : { authorization: `Bearer ${token}` });
        expect([answer.statusCode, toCode(answer)]).toEqual([401, 'unauthorized']);
        expect(Object.keys(answer.json() as object)).toEqual(['error']);
      }
    }
    expect(asked).toEqual([]);
    expect(logText()).toContain('token_missing');
    expect(logText()).not.toContain(wrong);
  });

  it('do not open what is for agents', async () => {
    const answer = await open().ask(paths.requesterCredits('900'), await as(900));
    expect([answer.statusCode, toCode(answer)]).toEqual([401, 'unauthorized']);
  });

  it('answer about the person of the token, whatever else the request says', async () => {
    const { ask, asked } = open();
    const read = async (userId: number, query = '') => {
      const answer = await ask(`${clientPaths.credits()}${query}`, await as(userId));
      expect(answer.headers['cache-control']).toBe('no-store');
      return clientCreditsSchema.parse(answer.json());
    };
    expect(await Promise.all([read(900), read(901, '?userId=900&account=1001')])).toEqual([
      creditsOf('900'),
      creditsOf('901'),
    ]);
    // They were asked at once, in whatever order.
    expect(asked.flat().sort()).toEqual(['900', '901']);
  });

  it('answer pages and receipts, and refuse what makes no sense', async () => {
    const { ask, asked } = open();
    const mine = await as(900);
    expect((await ask(clientPaths.entries('7'), mine)).json()).toEqual({
      entries: [receipt.entry],
      before: '3',
    });
    expect((await ask(clientPaths.receipt(3), mine)).json()).toEqual(receipt);
    expect(asked).toEqual([
      ['900', { limit: 20, beforeSeq: 7 }],
      ['900', 3],
    ]);
    const missing = await ask(clientPaths.receipt(4), mine);
    expect([missing.statusCode, toCode(missing)]).toEqual([404, 'entry_not_found']);
    for (const url of [
      clientPaths.entries('0'),
      `${clientPaths.entries('7')}&account=1002`,
      clientPaths.receipt(-1),
      '/v1/client/entries/x/receipt',
    ]) {
      const answer = await ask(url, mine);
      expect([url, answer.statusCode, toCode(answer)]).toEqual([url, 400, 'bad_request']);
    }
  });

  it('blame the helpdesk, not the client, while the keys cannot be had', async () => {
    status = 503;
    const answer = await open().ask(clientPaths.credits(), await as(900));
    expect([answer.statusCode, toCode(answer)]).toEqual([502, 'zendesk_unavailable']);
  });

  it('tell anybody what is published', async () => {
    const answer = await open().ask(clientPaths.rules());
    expect(publicRulesSchema.parse(answer.json())).toEqual({ packs, buyUrl, care, now });
  });
});

describe('pages of other origins', () => {
  it('may read answers only when they are of the help center, refusals too', async () => {
    const { ask } = open();
    const allowed = async (url: string, origin: string) =>
      (await ask(url, { origin })).headers['access-control-allow-origin'];
    for (const url of [clientPaths.rules(), clientPaths.credits()]) {
      expect(await allowed(url, HELP_CENTER)).toBe(HELP_CENTER);
      expect(await allowed(url, 'https://elsewhere.test')).toBeUndefined();
      expect(await allowed(url, 'null')).toBeUndefined();
      expect((await ask(url)).headers['vary']).toBe('origin');
    }
    expect(await allowed(paths.requesterCredits('900'), HELP_CENTER)).toBeUndefined();
  });

  it('may ask with a token only when they are of the help center', async () => {
    const { app } = open();
    const preflight = (origin: string) =>
      app.inject({
        method: 'OPTIONS',
        url: clientPaths.credits(),
        headers: { origin, 'access-control-request-method': 'GET' },
      });
    expect(await preflight(HELP_CENTER)).toMatchObject({
      statusCode: 204,
      headers: {
        'access-control-allow-origin': HELP_CENTER,
        'access-control-allow-methods': 'GET',
        'access-control-allow-headers': 'authorization',
      },
    });
    const other = await preflight('https://elsewhere.test');
    expect(other.headers['access-control-allow-headers']).toBeUndefined();
    expect(other.headers['access-control-allow-credentials']).toBeUndefined();
  });
});
