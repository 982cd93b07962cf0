import { createHmac } from 'node:crypto';

/**
 * A JWT, HS256: the caller's claims, whatever they say, with `iat` and `exp`. That the real proxy signs any claims is
 * zendesk.md 0.2; which it adds by itself is not known beyond these two.
 */
export function signJwt(
  claims: Record<string, unknown>,
  secret: string,
  expirySeconds: number,
  now: Date,
): string {
  const iat = Math.floor(now.getTime() / 1000);
  const payload = { ...claims, iat, exp: iat + expirySeconds };
  const signed = [{ alg: 'HS256', typ: 'JWT' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
