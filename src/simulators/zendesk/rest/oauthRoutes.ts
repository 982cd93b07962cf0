import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Tokens } from '../access/buildTokens';
import { VendorError } from '../errors/VendorError';
import { isRecord } from '../wire/isRecord';

export type OAuthClient = { id: string; secret: string };

const DEFAULT_EXPIRES_IN_S = 7200;
const MIN_EXPIRES_IN_S = 300;
const MAX_EXPIRES_IN_S = 172_800;

/** `POST /oauth/tokens` for client credentials, as JSON or form (zendesk.md 8.1); other grants are refused. */
export function registerOAuthRoutes(app: FastifyInstance, client: OAuthClient, tokens: Tokens): void {
  app.post('/oauth/tokens', async (request) => {
    const body = isRecord(request.body) ? request.body : {};
    if (body.grant_type !== 'client_credentials') throw buildRefusal(400, 'unsupported_grant_type');
    if (!isSame(body.client_id, client.id) || !isSame(body.client_secret, client.secret)) {
      throw buildRefusal(401, 'invalid_client');
    }
    const scope = typeof body.scope === 'string' ? body.scope.trim() : '';
    if (!/^[a-z_]+(:(read|write))?( [a-z_]+(:(read|write))?)*$/.test(scope)) {
      throw buildRefusal(400, 'invalid_scope');
    }
    const expiresIn = body.expires_in === undefined ? DEFAULT_EXPIRES_IN_S : Number(body.expires_in);
    if (!(expiresIn >= MIN_EXPIRES_IN_S && expiresIn <= MAX_EXPIRES_IN_S)) {
      throw buildRefusal(400, 'invalid_request');
    }
    const { token } = tokens.issue(scope, expiresIn);
    return { access_token: token, token_type: 'bearer', scope, expires_in: expiresIn };
  });
}

function isSame(given: unknown, expected: string): boolean {
  const bytes = Buffer.from(String(given));
  const wanted = Buffer.from(expected);
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}

function buildRefusal(status: number, error: string): VendorError {
  return new VendorError(status, { error, error_description: `The request was refused: ${error}` });
}
