import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startPages } from './startPages';
import type { RunningPages } from './startPages';

let pages: RunningPages;
let other: Server;
let otherUrl: string;
beforeEach(async () => {
  pages = await startPages();
  other = createServer((request, response) => {
    if (request.url === '/hang') return;
    if (request.url === '/away') response.writeHead(302, { location: 'http://evil.test/' });
    else response.writeHead(request.url === '/bad' ? 418 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ method: request.method, authorization: request.headers.authorization ?? null }),
    );
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  otherUrl = `http://127.0.0.1:${String((other.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  await pages.close();
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
});

const ask = async (options: Record<string, unknown>, email = 'care@agent.test') => {
  const login = await fetch(`${pages.url}/access/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  const response = await fetch(`${pages.url}/agent/proxy`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: login.headers.getSetCookie()[0]!.split(';')[0]! },
    body: JSON.stringify(options),
  });
  return { status: response.status, answer: (await response.json()) as { status: number; body: string } };
};

describe('the proxy', () => {
  it('hands back what the other host answers, whatever its status', async () => {
    const { answer } = await ask({ url: `${otherUrl}/bad`, type: 'PUT', secure: true, data: '{}' });
    expect(answer).toMatchObject({ status: 418, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(answer.body)).toMatchObject({ method: 'PUT' });
  });

  it('refuses a host that is not listed, without calling it, and does not follow a redirect to one', async () => {
    const refused = await ask({ url: 'http://evil.test/', secure: true });
    expect(refused.answer.status).toBe(403);
    expect(refused.answer.body).toContain('domainWhitelist');
    expect((await ask({ url: `${otherUrl}/away`, secure: true })).answer.status).toBe(302);
  });

  it('signs with the secure setting, which stands in no answer', async () => {
    const { answer } = await ask({
      url: `${otherUrl}/`,
      secure: true,
      headers: { Authorization: 'Bearer {{jwt.token}}', 'X-S': '{{setting.shared_secret}}' },
      jwt: { algorithm: 'HS256', secret_key: '{{setting.shared_secret}}', expiry: 60, claims: {} },
    });
    expect(answer.body).toMatch(/Bearer [\w-]+\.[\w-]+\.[\w-]+/);
    expect(answer.body).not.toContain('kept-from-browsers');
  });

  it('answers 504 for a host that stays silent, and 502 for one that is not there', async () => {
    expect((await ask({ url: `${otherUrl}/hang`, timeout: 50 })).answer.status).toBe(504);
    expect((await ask({ url: 'http://127.0.0.1:9/' })).answer.status).toBe(502);
  });

  it('is for staff only, and wants an address', async () => {
    expect((await ask({ url: otherUrl }, 'credits@client.test')).status).toBe(401);
    expect((await ask({})).status).toBe(400);
  });
});
