import type { Sessions } from '../pagesPort';
import { INTEGRATION_EMAIL } from '../seed/seedUsers';
import { findUserByEmail } from '../world/World';
import type { World } from '../world/World';
import type { Tokens } from './buildTokens';
import type { ReadCaller } from './Caller';

const PLAYGROUND_PREFIX = 'playground:';

/**
 * Reads who asks: `Bearer playground:<email>` is that user, an OAuth token is the integration user, and without an
 * Authorization header the session cookie counts. What comes by cookie came from a web page (`via` web), the rest
 * from the API.
 */
export function buildReadCaller(world: World, sessions: Sessions, tokens: Tokens): ReadCaller {
  return (request) => {
    const { authorization } = request.headers;
    if (authorization === undefined) {
      const user = sessions.userOf(request);
      return user && { user, channel: 'web', canWrite: true };
    }
    const token = /^Bearer\s+(.+)$/i.exec(authorization)?.[1] ?? '';
    if (token.startsWith(PLAYGROUND_PREFIX)) {
      const user = findUserByEmail(world, token.slice(PLAYGROUND_PREFIX.length));
      return user && { user, channel: 'api', canWrite: true };
    }
    const scope = tokens.readScope(token);
    const user = scope === undefined ? undefined : findUserByEmail(world, INTEGRATION_EMAIL);
    return user && { user, channel: 'api', canWrite: /\bwrite\b/.test(scope ?? '') };
  };
}
