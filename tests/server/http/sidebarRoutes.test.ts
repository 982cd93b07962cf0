import { creditsViewSchema } from '../../../src/contract/creditsView';
import type { CreditsView } from '../../../src/contract/creditsView';
import { errorBodySchema } from '../../../src/contract/errorBody';
import { paths } from '../../../src/contract/paths';
import { AdapterError } from '../../../src/use-cases/ports/AdapterError';
import { buildCreditsView, openServer, SIDEBAR_SECRET, signToken } from './openServer';

const url = paths.ticketCredits('7');

async function read(app: ReturnType<typeof openServer>['app'], token?: string, path = url) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return app.inject({ method: 'GET', url: path, headers });
}

describe('who may ask for /v1', () => {
  it.each<[string, () => Promise<string> | string | undefined]>([
    ['no token', () => undefined],
    ['something that is no token', () => 'nonsense'],
    ['a token of another secret', () => signToken({ secret: 'another-secret-of-thirty-two-characters' })],
    ['a token that ended two minutes ago', () => signToken({ issuedIn: -240, endsIn: -120 })],
    ['a token without an end', () => signToken({ endsIn: null })],
    ['a token for somebody else', () => signToken({ audience: 'another-audience' })],
    ['a token from somebody else', () => signToken({ issuer: 'another-issuer' })],
    ['a token signed by another algorithm', () => signToken({ algorithm: 'HS512' })],
    ['a token made seven minutes ago', () => signToken({ issuedIn: -420, endsIn: 60 })],
    ['a token that lives for an hour', () => signToken({ endsIn: 3_600 })],
    [
      'a token that lives for an hour and does not say since when',
      () => signToken({ issuedIn: null, endsIn: 3_600 }),
    ],
    ['a token without signature', async () => toUnsigned(await signToken())],
  ])('refuses %s', async (_what, build) => {
    const { app } = openServer();
    const answer = await read(app, await build());
    expect(answer.statusCode).toBe(401);
    expect(errorBodySchema.parse(answer.json()).error.code).toBe('unauthorized');
  });

  it.each<[string, () => Promise<string>]>([
    ['a token as the proxy signs it', () => signToken()],
    ['a token without iat, which the proxy may leave out', () => signToken({ issuedIn: null })],
    ['a token of a clock that is half a minute late', () => signToken({ issuedIn: -90, endsIn: -30 })],
  ])('takes %s', async (_what, build) => {
    const { app } = openServer();
    expect((await read(app, await build())).statusCode).toBe(200);
  });

  it('takes both secrets while one replaces the other, and says in the log who uses the old one', async () => {
    const sidebarSharedSecrets = ['the-secret-that-is-in-use-from-now-on', SIDEBAR_SECRET];
    const { app, lines } = openServer({ sidebarSharedSecrets });
    expect((await read(app, await signToken({ secret: sidebarSharedSecrets[0]! }))).statusCode).toBe(200);
    expect((await read(app, await signToken())).statusCode).toBe(200);
    expect((await read(app, await signToken({ endsIn: 3_600 }))).statusCode).toBe(401);
    const answered = lines.filter(({ message }) => message === 'request answered');
    expect(answered.map(({ fields }) => fields['signedWith'])).toEqual([undefined, 'old_secret', undefined]);
  });

  it('holds for every route below /v1', async () => {
    const { app, queued } = openServer();
    const answer = await app.inject({ method: 'POST', url: paths.ticketRecheck('7') });
    expect(answer.statusCode).toBe(401);
    expect(queued).toEqual([]);
  });
});

describe('GET /v1/tickets/:id/credits', () => {
  it('answers what the contract promises, and lets nobody keep it', async () => {
    const { app } = openServer();
    const answer = await read(app, await signToken());
    expect(creditsViewSchema.parse(answer.json())).toEqual(buildCreditsView('7'));
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('answers 404 for a ticket that the helpdesk does not have', async () => {
    const { app } = openServer({ readCreditsView: async () => ({ ok: false, reason: 'ticket_not_found' }) });
    const answer = await read(app, await signToken());
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ error: { code: 'ticket_not_found' } });
  });

  it.each(['zendesk_unavailable', 'zendesk_rate_limited', 'zendesk_unauthorized'])(
    'answers 502 when the helpdesk fails with %s',
    async (code) => {
      const fail = async () => {
        throw new AdapterError('GET /api/v2/tickets/7.json', { code, retry: true });
      };
      const { app } = openServer({ readCreditsView: fail });
      const answer = await read(app, await signToken());
      expect(answer.statusCode).toBe(502);
      expect(answer.json()).toMatchObject({ error: { code: 'zendesk_unavailable' } });
    },
  );

  it('answers 503 while the database is away, which is no defect', async () => {
    const fail = async () => {
      const options = { code: 'database_unavailable', retry: true };
      throw new AdapterError('The database could not be asked (57P01).', options);
    };
    const { app, lines } = openServer({ readCreditsView: fail });
    const answer = await read(app, await signToken());
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ error: { code: 'database_unavailable' } });
    expect(lines.find((line) => line.message === 'request failed')).toMatchObject({
      level: 'warn',
      fields: { asked: 'The database could not be asked (57P01).' },
    });
  });

  it('answers 400 for an id that no ticket has', async () => {
    const { app } = openServer();
    const answer = await read(app, await signToken(), '/v1/tickets/seven/credits');
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'bad_request' } });
  });

  it('holds back a view that does not fit the contract: that is a defect', async () => {
    const broken = { ...buildCreditsView('7'), buyUrl: 7 } as unknown as CreditsView;
    const { app, lines } = openServer({ readCreditsView: async () => ({ ok: true, value: broken }) });
    const answer = await read(app, await signToken());
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ error: { code: 'internal_error' } });
    expect(lines.some((line) => line.level === 'error')).toBe(true);
  });

  it('tells neither the caller nor the log what a defect said', async () => {
    const fail = async () => {
      throw new Error('client@example.test has the password hunter2');
    };
    const { app, lines, logText } = openServer({ readCreditsView: fail });
    const answer = await read(app, await signToken());
    expect(Object.keys(answer.json<object>())).toEqual(['error']);
    expect(errorBodySchema.parse(answer.json()).error.code).toBe('internal_error');
    expect(`${answer.body}${logText()}`).not.toMatch(/hunter2|example\.test/);
    expect(lines.find((line) => line.level === 'error')!.fields).toMatchObject({
      errorName: 'Error',
      ticketId: '7',
    });
  });

  it('never logs the token', async () => {
    const { app, logText } = openServer();
    const token = await signToken();
    await read(app, token);
    expect(logText()).not.toContain(token);
  });
});

describe('POST /v1/tickets/:id/recheck', () => {
  const ask = async (app: ReturnType<typeof openServer>['app'], headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: paths.ticketRecheck('7'),
      headers: { authorization: `Bearer ${await signToken()}`, ...headers },
    });

  it('answers 202 once a look is queued', async () => {
    const { app, queued } = openServer();
    expect((await ask(app)).statusCode).toBe(202);
    expect(queued).toEqual(['7']);
  });

  it('does not mind a content type without content, as the proxy may send', async () => {
    const { app } = openServer();
    expect((await ask(app, { 'content-type': 'application/json' })).statusCode).toBe(202);
  });

  it('answers 409 while the queue cannot take the job', async () => {
    const fail = async () => {
      throw new AdapterError('The job could not be queued.', { code: 'queue_unavailable', retry: true });
    };
    const { app } = openServer({ recheckTicket: fail });
    expect((await ask(app)).statusCode).toBe(409);
  });
});

/** The same claims under `alg: none`. */
function toUnsigned(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
  return `${header}.${token.split('.')[1]!}.`;
}
