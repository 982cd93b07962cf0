import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import type { SimUser } from '../entities/SimUser';

/** Tokens for whoever is signed in to the help center, and the keys to check them by. */
export type HelpCenterTokens = {
  sign(user: SimUser, now: Date): string;
  /** As `GET /api/v2/help_center/integration/keys` answers. */
  keys(): { keys: JsonWebKey[] };
};

/** How long a real token lives is not documented; public integrations speak of a few minutes. */
const LIFETIME_SECONDS = 300;

type Key = { kid: string; privateKey: KeyObject; jwk: JsonWebKey };

/**
 * Signs with RS256 and a key of its own, made when it is first needed and anew with each start. The vendor says that a token
 * holds e-mail, user id and external id (zendesk.md 9); what they are called there is taken from public integrations.
 */
export function buildHelpCenterTokens(): HelpCenterTokens {
  let made: Key | undefined;
  const key = (): Key => (made ??= makeKey());
  return {
    sign: (user, now) => {
      const { kid, privateKey } = key();
      const iat = Math.floor(now.getTime() / 1000);
      const claims = {
        userId: user.id,
        email: user.email,
        name: user.name,
        externalId: user.external_id ?? null,
      };
      const signed = [
        { typ: 'JWT', alg: 'RS256', kid },
        { ...claims, iat, exp: iat + LIFETIME_SECONDS },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
    },
    keys: () => ({ keys: [{ ...key().jwk, kid: key().kid }] }),
  };
}

function makeKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(String(jwk.n)).digest('hex').slice(0, 16);
  return { kid, privateKey, jwk };
}
