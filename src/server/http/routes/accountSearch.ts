import type { FastifyInstance } from 'fastify';
import { accountCandidatesSchema, accountSearchSchema } from '../../../contract/accountSearch';
import type { AccountCandidates } from '../../../contract/accountSearch';
import type { Result } from '../../../domain/result';
import type { Logger } from '../../../use-cases/ports/logger';
import { sendChecked } from '../sendChecked';
import { buildErrorHandler, sendRefusal } from '../sendError';
import { parseJsonBody } from '../signedRequest';

/** What the route needs. */
export type AccountSearchDeps = {
  searchAccounts: (text: string) => Promise<Result<AccountCandidates, 'account_search_invalid'>>;
  logger: Logger;
};

/** The sidebar stops waiting after 12 s, billing is given up after 9. */
const TIMEOUT_MS = 11_000;

/**
 * `POST /v1/accounts/search`: accounts of billing to choose from. A POST, although it changes nothing: what is looked for may
 * be an e-mail, which must not stand in an address that is logged on the way.
 */
export function registerAccountSearch(app: FastifyInstance, deps: AccountSearchDeps): void {
  const options = {
    handlerTimeout: TIMEOUT_MS,
    errorHandler: buildErrorHandler(deps.logger, 'billing_unavailable'),
  };
  app.post('/v1/accounts/search', options, async (request, reply) => {
    const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const asked = accountSearchSchema.safeParse(parseJsonBody(rawBody));
    if (!asked.success) return sendRefusal(request, reply, 'body_invalid');
    const found = await deps.searchAccounts(asked.data.text);
    if (!found.ok) return sendRefusal(request, reply, found.reason);
    request.logFields['candidateCount'] = found.value.candidates.length;
    return sendChecked(reply, accountCandidatesSchema, found.value);
  });
}
