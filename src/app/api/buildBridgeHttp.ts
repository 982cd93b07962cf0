import axios from 'axios';
import type { AxiosInstance } from 'axios';
import { SIDEBAR_TOKEN_AUDIENCE, SIDEBAR_TOKEN_ISSUER, USER_CLAIM } from '../../contract/paths';
import type { Zaf } from '../zaf/connectZaf';
import { toZafAdapter } from './toZafAdapter';

/** Longest wait for the bridge; Zendesk's proxy is on the way. */
const BRIDGE_LIMIT_MS = 12_000;

/**
 * HTTP to the bridge. Zendesk's proxy signs the JWT with the secure setting `shared_secret`, which the browser never
 * sees; it proves the installation and not the agent (zendesk.md 2.5), so nothing that moves credits goes this way.
 * `userId` names who looks, which the admin page's routes ask for.
 */
export function buildBridgeHttp(zaf: Zaf, bridgeUrl: string, userId?: string): AxiosInstance {
  return axios.create({
    baseURL: bridgeUrl,
    timeout: BRIDGE_LIMIT_MS,
    headers: { Authorization: 'Bearer {{jwt.token}}' },
    adapter: toZafAdapter(zaf, {
      secure: true,
      jwt: {
        algorithm: 'HS256',
        secret_key: '{{setting.shared_secret}}',
        expiry: 60,
        claims: {
          iss: SIDEBAR_TOKEN_ISSUER,
          aud: SIDEBAR_TOKEN_AUDIENCE,
          ...(userId !== undefined && { [USER_CLAIM]: userId }),
        },
      },
    }),
  });
}
