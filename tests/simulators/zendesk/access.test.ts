import { OAUTH_CLIENT, send, startTestZendesk } from './startTestZendesk';
import type { TestZendesk } from './startTestZendesk';

let zendesk: TestZendesk;

beforeEach(async () => {
  zendesk = await startTestZendesk();
});
afterEach(async () => {
  await zendesk.close();
});

const GRANT = {
  grant_type: 'client_credentials',
  client_id: OAUTH_CLIENT.id,
  client_secret: OAUTH_CLIENT.secret,
  scope: 'read write',
};
const askToken = (grant: unknown) => send(zendesk.url, 'POST', '/oauth/tokens', grant, {});
const readMe = (headers: Record<string, string>) =>
  send(zendesk.url, 'GET', '/api/v2/users/me.json', undefined, headers);

describe('access to the API', () => {
  it('is refused to strangers with the vendor’s words', async () => {
    for (const headers of [
      {},
      { authorization: 'Bearer playground:nobody@client.test' },
      { authorization: 'x' },
    ]) {
      const { status, body } = await readMe(headers as Record<string, string>);
      expect(status).toBe(401);
      expect(body).toEqual({ error: "Couldn't authenticate you" });
    }
  });

  it.each([
    ['/api/v2/tickets', 'credits@client.test'],
    ['/api/v2/users/search?query=x', 'credits@client.test'],
    ['/api/v2/webhooks', 'care@agent.test'],
    ['/api/v2/incremental/tickets/cursor?start_time=0', 'care@agent.test'],
  ])('is forbidden at %s to %s', async (path, email) => {
    expect((await zendesk.call('GET', path, undefined, email)).status).toBe(403);
  });

  it('follows the session cookie with the user’s own rights, as the web', async () => {
    const login = await send(zendesk.url, 'POST', '/access/login', { email: 'care@agent.test' }, {});
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(login.status).toBe(200);
    expect((await readMe({ cookie })).body.user.email).toBe('care@agent.test');
    const ticket = { comment: { body: 'x' } };
    const { body } = await send(zendesk.url, 'POST', '/api/v2/tickets', { ticket }, { cookie });
    expect(body.ticket).toMatchObject({ via: { channel: 'web' } });
    expect((await send(zendesk.url, 'GET', '/api/v2/webhooks', undefined, { cookie })).status).toBe(403);
  });

  it('signs in from a form and leads back to a page of its own only', async () => {
    const signIn = (returnTo: string) =>
      send(
        zendesk.url,
        'POST',
        '/access/login',
        new URLSearchParams({ email: 'care@agent.test', return_to: returnTo }),
        {},
      );
    expect((await signIn('/agent/tickets/1')).headers.get('location')).toBe('/agent/tickets/1');
    expect((await signIn('//elsewhere.test')).headers.get('location')).toBeNull();
    expect((await send(zendesk.url, 'POST', '/access/login', { email: 'nobody' }, {})).status).toBe(401);
  });
});

describe('OAuth client credentials', () => {
  it('give a token of the integration user, from JSON and from a form', async () => {
    for (const grant of [GRANT, new URLSearchParams(GRANT)]) {
      const { status, body } = await askToken(grant);
      expect(status).toBe(200);
      expect(body).toMatchObject({ token_type: 'bearer', scope: 'read write', expires_in: 7200 });
      const me = await readMe({ authorization: `Bearer ${String(body.access_token)}` });
      expect(me.body.user).toMatchObject({ email: 'bridge@agent.test', role: 'admin' });
    }
  });

  it('stop working when the token expires', async () => {
    const { body } = await askToken({ ...GRANT, expires_in: 300 });
    const headers = { authorization: `Bearer ${String(body.access_token)}` };
    await zendesk.control('clock', { advanceMs: 299_000 });
    expect((await readMe(headers)).status).toBe(200);
    await zendesk.control('clock', { advanceMs: 2_000 });
    expect((await readMe(headers)).status).toBe(401);
  });

  it('stop working at a reset', async () => {
    const { body } = await askToken(GRANT);
    await zendesk.control('reset');
    expect((await readMe({ authorization: `Bearer ${String(body.access_token)}` })).status).toBe(401);
  });

  it('allow no writing to a token that may only read', async () => {
    const { body } = await askToken({ ...GRANT, scope: 'read' });
    const headers = { authorization: `Bearer ${String(body.access_token)}` };
    const ticket = { comment: { body: 'x' } };
    expect((await readMe(headers)).status).toBe(200);
    expect((await send(zendesk.url, 'POST', '/api/v2/tickets', { ticket }, headers)).status).toBe(403);
  });

  it.each([
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'wrong' }, 401, 'invalid_client'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ scope: '' }, 400, 'invalid_scope'],
    [{ expires_in: 10 }, 400, 'invalid_request'],
  ])('are refused with %p', async (wrong, status, error) => {
    const answer = await askToken({ ...GRANT, ...wrong });
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
  });
});

describe('limits', () => {
  it('are told on each answer, with those of the route', async () => {
    const { headers } = await zendesk.call('GET', '/api/v2/tickets');
    expect(headers.get('x-rate-limit')).toBe('700');
    expect(headers.get('ratelimit-limit')).toBe('700');
    expect(headers.get('x-rate-limit-remaining')).toBe('699');
    expect(headers.get('ratelimit-remaining')).toBe('699');
    expect(headers.get('ratelimit-reset')).toBe('60');
    expect(headers.get('zendesk-ratelimit-tickets-index')).toBe('total=100; remaining=99; resets=60');
  });

  it('answer 429 with Retry-After until their window is over', async () => {
    await zendesk.close();
    zendesk = await startTestZendesk(undefined, { limits: { ticketUpdatesPer10Minutes: 2 } });
    await zendesk.call('POST', '/api/v2/tickets', { ticket: { comment: { body: 'x' } } });
    const update = (as: string) =>
      zendesk.call('PUT', '/api/v2/tickets/1', { ticket: { status: 'open' } }, as);
    await update('care@agent.test');
    await update('care@agent.test');
    const refused = await update('care@agent.test');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('600');
    expect((await update('tech@agent.test')).status).toBe(200);
    await zendesk.control('clock', { advanceMs: 600_000 });
    expect((await update('care@agent.test')).status).toBe(200);
  });

  it.each([
    [{ accountPerMinute: 1 }, 'GET', '/api/v2/ticket_fields', undefined],
    [{ ticketUpdatesPerMinute: 1 }, 'PUT', '/api/v2/tickets/1', { ticket: {} }],
    [{ incrementalPerMinute: 1 }, 'GET', '/api/v2/incremental/tickets/cursor?start_time=0', undefined],
    [
      { userUpdatesPerMinute: 1 },
      'POST',
      '/api/v2/users/create_or_update',
      { user: { email: 'two@client.test' } },
    ],
  ])('of %p hold', async (limits, method, path, body) => {
    await zendesk.close();
    zendesk = await startTestZendesk(undefined, { limits });
    await zendesk.control('seed', { tickets: [{ requester: 'credits@client.test' }] });
    expect((await zendesk.call(method, path, body)).status).toBe(200);
    expect((await zendesk.call(method, path, body)).status).toBe(429);
  });
});
