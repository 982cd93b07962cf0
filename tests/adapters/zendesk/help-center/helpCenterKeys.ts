import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

export const NOW = new Date('2026-11-22T10:00:00Z');

/** A key as the help center has it, and as it publishes it. */
export type HelpCenterKey = { kid: string; privateKey: CryptoKey; jwk: JWK };

export async function makeKey(kid: string): Promise<HelpCenterKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const { kty, n, e } = await exportJWK(publicKey);
  return { kid, privateKey, jwk: { kty: kty!, n: n!, e: e!, kid } };
}

/** A token of the help center for a person, unless the test says otherwise; `endsIn` seconds from NOW. */
export async function signPerson(
  key: HelpCenterKey,
  claims: Record<string, unknown> = { userId: 900 },
  { endsIn = 300, kid = key.kid }: { endsIn?: number | null; kid?: string } = {},
): Promise<string> {
  const nowSeconds = NOW.getTime() / 1_000;
  const token = new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuedAt(nowSeconds);
  if (endsIn !== null) token.setExpirationTime(nowSeconds + endsIn);
  return token.sign(key.privateKey);
}
