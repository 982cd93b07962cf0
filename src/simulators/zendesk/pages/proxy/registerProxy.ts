import type { FastifyInstance } from 'fastify';
import { isStaff } from '../../entities/SimUser';
import type { PagesDeps } from '../../pagesPort';
import { parseManifest } from '../parseManifest';
import { buildOutgoing } from './buildOutgoing';
import { parseProxyRequest } from './ProxyRequest';
import { buildProxyAnswer, sendOutgoing } from './sendOutgoing';

const MAX_TIMEOUT_MS = 30_000;

/**
 * `POST /agent/proxy`: the calls of the app to other hosts (zendesk.md 2.4). The body holds the options of
 * `client.request`, the answer is a ProxyAnswer with status 200: a refusal of the proxy stands inside it as 403. Staff
 * only. No setting is ever in an answer of the proxy itself.
 */
export function registerProxy(app: FastifyInstance, deps: PagesDeps): void {
  app.post('/agent/proxy', async (request, reply) => {
    const user = deps.sessions.userOf(request);
    if (user === undefined || !isStaff(user)) return reply.code(401).send({ error: 'Sign in as an agent.' });
    const asked = parseProxyRequest(request.body);
    if (asked === undefined) return reply.code(400).send({ error: 'The request names no address.' });
    const installed = deps.installation();
    if (installed === undefined) return reply.code(404).send({ error: 'No app is installed.' });

    const app = { manifest: parseManifest(installed.manifest), settings: installed.settings };
    // The real time and not the simulator's: the other host compares it with its own.
    const outgoing = buildOutgoing(asked, app, new Date());
    if ('refused' in outgoing) return buildProxyAnswer(403, 'Forbidden', outgoing.refused);
    return sendOutgoing(outgoing, Math.min(asked.timeoutMs ?? MAX_TIMEOUT_MS, MAX_TIMEOUT_MS));
  });
}
