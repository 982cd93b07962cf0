import { randomBytes } from 'node:crypto';
import type { SimulatorClock } from '../../kit/clock';

export type AccessToken = { token: string; scope: string; expiresInS: number };
type KeptToken = { scope: string; expiresAtMs: number };

/** OAuth tokens of the integration user, in memory: after a restart or reset a client has to fetch a new one. */
export type Tokens = {
  issue(scope: string, expiresInS: number): AccessToken;
  /** The scope of a token that is known and not expired. */
  readScope(token: string): string | undefined;
  clear(): void;
};

const TOKEN_BYTES = 32;
const MS_PER_SECOND = 1000;

export function buildTokens(clock: SimulatorClock): Tokens {
  const kept = new Map<string, KeptToken>();
  return {
    issue(scope, expiresInS) {
      const token = randomBytes(TOKEN_BYTES).toString('hex');
      kept.set(token, { scope, expiresAtMs: clock.now().getTime() + expiresInS * MS_PER_SECOND });
      return { token, scope, expiresInS };
    },
    readScope(token) {
      const found = kept.get(token);
      return found !== undefined && found.expiresAtMs > clock.now().getTime() ? found.scope : undefined;
    },
    clear: () => {
      kept.clear();
    },
  };
}
