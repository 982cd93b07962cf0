import { createHmac } from 'node:crypto';
import { parseManifest } from '../../../src/simulators/zendesk/pages/parseManifest';
import { buildOutgoing } from '../../../src/simulators/zendesk/pages/proxy/buildOutgoing';
import type { Outgoing } from '../../../src/simulators/zendesk/pages/proxy/buildOutgoing';
import { parseProxyRequest } from '../../../src/simulators/zendesk/pages/proxy/ProxyRequest';

const NOW = new Date('2026-11-22T10:00:00Z');
const manifest = parseManifest({
  domainWhitelist: ['api.test', 'localhost:4002'],
  parameters: [
    { name: 'base', type: 'text' },
    ...['header', 'body', 'url', 'jwt_secret_key', 'jwt_claim'].map((scope) => ({
      name: `for_${scope}`,
      secure: true,
      scopes: [scope],
    })),
    { name: 'anywhere', secure: true },
  ],
});
const settings = {
  base: 'plain',
  for_header: 'H',
  for_body: 'B',
  for_url: 'U',
  for_jwt_secret_key: 'K',
  for_jwt_claim: 'C',
  anywhere: 'A',
};

const outgoing = (options: Record<string, unknown>) =>
  buildOutgoing(
    parseProxyRequest({ url: 'https://api.test/x', secure: true, ...options })!,
    { manifest, settings },
    NOW,
  );
const sent = (options: Record<string, unknown>): Outgoing => {
  const built = outgoing(options);
  if ('refused' in built) throw new Error(built.refused);
  return built;
};

describe('buildOutgoing', () => {
  it.each([
    [
      'header',
      { headers: { 'X-A': '{{setting.for_header}} {{setting.for_body}}' } },
      'H {{setting.for_body}}',
    ],
    ['body', { type: 'POST', data: '{{setting.for_body}} {{setting.for_url}}' }, 'B {{setting.for_url}}'],
    ['url', { url: 'https://api.test/{{setting.for_url}}' }, 'https://api.test/U'],
  ])('fills a secure setting into a %s only when its scopes say so', (_place, options, expected) => {
    const { headers, body, url } = sent(options);
    expect([headers['x-a'], body, url.href]).toContain(expected);
  });

  it('fills a plain setting, and a secure one without scopes, in anywhere', () => {
    const { headers, body } = sent({
      type: 'POST',
      headers: { a: '{{setting.base}}{{ setting.anywhere }}' },
      data: '{{setting.base}}{{setting.anywhere}}',
    });
    expect([headers.a, body]).toEqual(['plainA', 'plainA']);
  });

  it('leaves placeholders as they stand without «secure», and those that nobody knows', () => {
    expect(sent({ secure: false, headers: { a: '{{setting.base}}' } }).headers.a).toBe('{{setting.base}}');
    expect(sent({ headers: { a: '{{setting.toString}}' } }).headers.a).toBe('{{setting.toString}}');
  });

  it.each([
    ['https://api.test/x', true],
    ['http://localhost:4002/x', true],
    ['https://api.test:8443/x', true],
    ['http://localhost:4003/x', false],
    ['https://sub.api.test/x', false],
    ['https://evil.test/https://api.test', false],
    ['https://api.test@evil.test/', false],
  ])('with «secure» asks whether %s is a listed host: %s', (url, isListed) => {
    expect('refused' in outgoing({ url })).toBe(!isListed);
  });

  it('lets any host be called without «secure», and no address that is not http', () => {
    expect(outgoing({ url: 'https://evil.test/', secure: false })).toHaveProperty('url');
    expect(outgoing({ url: 'file:///etc/passwd', secure: false })).toHaveProperty('refused');
    expect(outgoing({ url: 'nonsense', secure: false })).toHaveProperty('refused');
  });

  it('signs the caller’s claims with HS256 and puts the token where it is asked for', () => {
    const { headers } = sent({
      headers: { Authorization: 'Bearer {{jwt.token}}' },
      jwt: {
        algorithm: 'HS256',
        secret_key: '{{setting.for_jwt_secret_key}}',
        expiry: 90,
        claims: { sub: 'anyone', key: '{{setting.for_jwt_claim}}', no: '{{setting.for_jwt_secret_key}}' },
      },
    });
    const [header, payload, signature] = headers.authorization!.replace('Bearer ', '').split('.');
    const iat = NOW.getTime() / 1000;
    expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(JSON.parse(Buffer.from(payload!, 'base64url').toString())).toEqual({
      sub: 'anyone',
      key: 'C',
      no: '{{setting.for_jwt_secret_key}}',
      iat,
      exp: iat + 90,
    });
    expect(signature).toBe(createHmac('sha256', 'K').update(`${header!}.${payload!}`).digest('base64url'));
  });

  it('refuses an algorithm that it cannot sign with', () => {
    expect(outgoing({ jwt: { algorithm: 'none', secret_key: 'x' } })).toHaveProperty('refused');
  });

  it('sends an object as a form, and in a GET as part of the address', () => {
    const data = { a: 1, b: { c: ['x', '{{setting.for_body}}'] } };
    const posted = sent({ type: 'POST', data });
    expect(posted.body).toBe('a=1&b%5Bc%5D%5B%5D=x&b%5Bc%5D%5B%5D=B');
    expect(posted.headers['content-type']).toContain('x-www-form-urlencoded');
    expect(sent({ url: 'https://api.test/x?y=2', data: { a: 1 } }).url.search).toBe('?y=2&a=1');
  });
});
