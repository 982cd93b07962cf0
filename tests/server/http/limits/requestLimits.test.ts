import { createHmac } from 'node:crypto';
import { errorBodySchema } from '../../../../src/contract/errorBody';
import type { ServerDeps } from '../../../../src/server/http/buildServer';
import type { ServerBounds } from '../../../../src/server/http/serverBounds';
import { listRoutes } from '../listRoutes';
import type { Route } from '../listRoutes';
import { ADMIN_ID, HELP_CENTER, NOW, openServer, signToken, WEBHOOK_SECRET } from '../openServer';

const FEW: Partial<ServerBounds> = {
  strangersPerMinute: 3,
  openPerMinute: 3,
  tokenPerMinute: 3,
  personPerMinute: 3,
};

const open = (overrides: Partial<ServerDeps> = {}) =>
  openServer(
    {
      clientTokens: {
        readPerson: async (authorization) => {
          const person = /^Bearer client-(\d+)$/.exec(authorization ?? '')?.[1];
          return person === undefined ? { ok: false, reason: 'token_invalid' } : { ok: true, value: person };
        },
      },
      ...overrides,
    },
    FEW,
  );
type Open = ReturnType<typeof open>;

const toUrl = ({ path }: Route) =>
  path.replace(':name', 'waits').replace(':kind', 'held').replace('*', 'x').replace(/:\w+/g, '7');

async function ask(app: Open['app'], route: Route, options: { token?: string; from?: string } = {}) {
  const { token, from = '198.51.100.1' } = options;
  return app.inject({
    method: route.method as 'GET',
    url: toUrl(route),
    remoteAddress: from,
    headers: { origin: HELP_CENTER, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  });
}

async function askOften(app: Open['app'], route: Route, options: { token?: string; from?: string } = {}) {
  const statuses: number[] = [];
  for (let time = 0; time < 5; time += 1) statuses.push((await ask(app, route, options)).statusCode);
  return statuses;
}

const credits: Route = { method: 'GET', path: '/v1/tickets/:id/credits' };
const webhook: Route = { method: 'POST', path: '/webhooks/zendesk' };

async function sendSigned(app: Open['app'], from: string) {
  const payload = JSON.stringify({ ticket_id: '7' });
  const timestamp = NOW.toISOString();
  const signature = createHmac('sha256', WEBHOOK_SECRET)
    .update(timestamp + payload)
    .digest('base64');
  const headers = {
    'content-type': 'application/json',
    'x-zendesk-webhook-signature': signature,
    'x-zendesk-webhook-signature-timestamp': timestamp,
  };
  return app.inject({ method: 'POST', url: '/webhooks/zendesk', headers, payload, remoteAddress: from });
}

describe('limits', () => {
  it('hold for every route: whoever proves nothing is told to wait after a few times', async () => {
    const { app } = open();
    const routes = await listRoutes(app);
    expect(routes.length).toBeGreaterThan(20);
    for (const [index, route] of routes.entries()) {
      const statuses = await askOften(app, route, { from: `192.0.2.${index}` });
      expect([route, ...statuses.slice(-2)]).toEqual([route, 429, 429]);
    }
  });

  it('hold for every route behind a token too', async () => {
    const { app } = open();
    const routes = (await listRoutes(app)).filter(({ path }) => path.startsWith('/v1/'));
    for (const [index, route] of routes.entries()) {
      const isForClients = route.path.startsWith('/v1/client');
      const token = isForClients
        ? `client-${index + 1}`
        : await signToken({ userId: ADMIN_ID, endsIn: 30 + index });
      const statuses = await askOften(app, route, { token, from: `192.0.2.${index}` });
      expect([route, ...statuses.slice(-2)]).toEqual([route, 429, 429]);
      expect(statuses.slice(0, 3)).not.toContain(401);
      expect(statuses.slice(0, 3)).not.toContain(429);
    }
  });

  it('answer with a code of the contract and the time to wait', async () => {
    const { app } = open();
    await askOften(app, credits);
    const answer = await ask(app, credits);
    expect(errorBodySchema.parse(answer.json()).error.code).toBe('too_many_requests');
    expect(answer.headers['retry-after']).toBe('60');
  });

  it('never keep out what is signed, however much comes, also from where others were refused', async () => {
    const { app, queued } = open();
    await askOften(app, webhook);
    const answers = await Promise.all(Array.from({ length: 50 }, () => sendSigned(app, '198.51.100.1')));
    expect(answers.filter(({ statusCode }) => statusCode !== 200)).toEqual([]);
    expect(queued).toHaveLength(50);
  });

  it('never keep out a believed token for what others do from the same address', async () => {
    const { app } = open();
    expect(await askOften(app, credits)).toEqual([401, 401, 401, 429, 429]);
    expect((await ask(app, credits, { token: await signToken() })).statusCode).toBe(200);
  });

  it('count each address, and each token, by itself', async () => {
    const { app } = open();
    await askOften(app, credits);
    expect((await ask(app, credits, { from: '198.51.100.2' })).statusCode).toBe(401);
    const [first, second] = [await signToken(), await signToken({ endsIn: 61 })];
    expect(await askOften(app, credits, { token: first })).toEqual([200, 200, 200, 429, 429]);
    expect((await ask(app, credits, { token: second })).statusCode).toBe(200);
  });

  it('leave one line a minute of an address that proves nothing, and neither address nor token', async () => {
    const { app, lines, logText } = open();
    for (let time = 0; time < 20; time += 1) await ask(app, credits, { token: 'nonsense' });
    const refused = lines.filter(({ fields }) => fields['outcome'] === 'too_many_requests');
    expect(refused).toEqual([
      {
        level: 'warn',
        message: 'request answered',
        fields: expect.objectContaining({ status: 429, limit: 'strangers' }),
      },
    ]);
    expect(lines).toHaveLength(7);
    expect(logText()).not.toMatch(/198\.51|nonsense/);
  });
});

describe('the address of a caller', () => {
  const through = (app: Open['app'], forwardedFor: string) =>
    app.inject({
      method: 'GET',
      url: '/v1/tickets/7/credits',
      remoteAddress: '10.0.0.5',
      headers: { 'x-forwarded-for': forwardedFor },
    });

  it('is that of the connection, whatever a header says, unless a proxy is named', async () => {
    const { app } = open();
    for (const from of ['1', '2', '3']) await through(app, `198.51.100.${from}`);
    expect((await through(app, '198.51.100.4')).statusCode).toBe(429);
  });

  it('is what a named proxy says last, not what the caller wrote before it', async () => {
    const { app } = open({ trustedProxies: ['10.0.0.0/8'] });
    for (const made of ['1', '2', '3']) await through(app, `192.0.2.${made}, 198.51.100.1`);
    expect((await through(app, '192.0.2.4, 198.51.100.1')).statusCode).toBe(429);
    expect((await through(app, '192.0.2.4, 198.51.100.2')).statusCode).toBe(401);
  });
});
