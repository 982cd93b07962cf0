import type { Sessions } from '../pagesPort';
import { INTEGRATION_EMAIL } from '../seed/seedUsers';
import { findUserByEmail } from '../world/World';
import type { World } from '../world/World';
import type { Tokens } from './buildTokens';
import type { ReadCaller } from './Caller';
import { readBearer } from './readBearer';

const PLAYGROUND_PREFIX = 'playground:';

/**
 * Reads who asks: `Bearer playground:<email>` is that user, an OAuth token is the integration user, and without an
 * Authorization header the session cookie counts. What comes by cookie came from a web page (`via` web), the rest
 * from the API.
 */
export function buildReadCaller(world: World, sessions: Sessions, tokens: Tokens): ReadCaller {
  return (request) => {
    if (request.headers.authorization === undefined) {
      const user = sessions.userOf(request);
      return user && { user, channel: 'web', scope: undefined };
    }
    const token = readBearer(request);
    if (token.startsWith(PLAYGROUND_PREFIX)) {
      const user = findUserByEmail(world, token.slice(PLAYGROUND_PREFIX.length));
      return user && { user, channel: 'api', scope: undefined };
    }
    const scope = tokens.read(token)?.scope;
    const user = scope === undefined ? undefined : findUserByEmail(world, INTEGRATION_EMAIL);
    return user && { user, channel: 'api', scope };
  };
}
