import type { ClientTokens } from '../use-cases/ports/clientTokens';
import { readClientCredits } from '../use-cases/views/client/readClientCredits';
import { readClientEntries } from '../use-cases/views/client/readClientEntries';
import { readClientIdentity } from '../use-cases/views/client/readClientIdentity';
import { readClientReceipt } from '../use-cases/views/client/readClientReceipt';
import { rememberIdentities } from '../use-cases/views/client/rememberIdentities';
import { toPublicRules } from '../use-cases/views/client/toPublicRules';
import type { ReadRequesterViewDeps } from '../use-cases/views/readRequesterView';
import type { Config } from './config';
import type { ClientDeps } from './http/routes/clientRoutes';

/** Whose tokens are to be believed. */
type TokenSettings = { zendeskUrl: string; audience: string | undefined };

/** Credits of shadow mode are nobody's, so no client is told of them. */
const refuseTokens: ClientTokens = { readPerson: async () => ({ ok: false, reason: 'shadow_mode' }) };

/** What clients are told in the help center; whose account it is says its token alone. */
export function buildClientDeps(
  deps: ReadRequesterViewDeps,
  config: Config,
  buildTokens: (settings: TokenSettings) => ClientTokens,
): Omit<ClientDeps, 'logger'> {
  const { mode, zendeskUrl, helpCenterAudience: audience, helpCenterOrigins } = config;
  const readIdentity = rememberIdentities((userId) => readClientIdentity(deps, userId), deps.clock);
  const own = { ...deps, readIdentity };
  return {
    helpCenterOrigins,
    clientTokens: mode === 'shadow' ? refuseTokens : buildTokens({ zendeskUrl, audience }),
    readPublicRules: () => toPublicRules(deps.policy, deps.clock.now()),
    readClientCredits: (userId) => readClientCredits(own, userId),
    readClientEntries: (userId, request) => readClientEntries(own, userId, request),
    readClientReceipt: (userId, number) => readClientReceipt(own, userId, number),
  };
}
