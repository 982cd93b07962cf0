import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../../kit/clock';

export type AccessToken = { token: string; scope: string; expiresInS: number };
/** A token as `GET /oauth/tokens/current` tells of it; never the token itself. */
export type KeptToken = { id: number; scope: string; createdAtMs: number; expiresAtMs: number };

/** OAuth tokens of the integration user, in memory: after a restart or reset a client has to fetch a new one. */
export type Tokens = {
  issue(scope: string, expiresInS: number): AccessToken;
  /** What is known of a token that is not expired. */
  read(token: string): KeptToken | undefined;
  revoke(token: string): void;
  clear(): void;
};

const TOKEN_BYTES = 32;
const MS_PER_SECOND = 1000;

export function buildTokens(clock: SimulatorClock, nextId: () => number): Tokens {
  const kept = new Map<string, KeptToken>();
  return {
    issue(scope, expiresInS) {
      const token = randomBytes(TOKEN_BYTES).toString('hex');
      const createdAtMs = clock.now().getTime();
      const expiresAtMs = createdAtMs + expiresInS * MS_PER_SECOND;
      kept.set(token, { id: nextId(), scope, createdAtMs, expiresAtMs });
      return { token, scope, expiresInS };
    },
    read(token) {
      const found = kept.get(token);
      return found !== undefined && found.expiresAtMs > clock.now().getTime() ? found : undefined;
    },
    revoke: (token) => {
      kept.delete(token);
    },
    clear: () => {
      kept.clear();
    },
  };
}
