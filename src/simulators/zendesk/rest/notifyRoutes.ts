import type { FastifyInstance } from 'fastify';
import { buildRecordNotFound, VendorError } from '../errors/VendorError';
import type { AppNotification } from '../pagesPort';
import { isRecord } from '../wire/isRecord';
import { requireStaff } from './require';
import type { RestDeps } from './RestDeps';

const MAX_BYTES = 1_048_576;

/** `POST /apps/notify`: an event for the open instances of the app (zendesk.md 2.3), for all agents or one. */
export function registerNotifyRoutes(app: FastifyInstance, deps: RestDeps): void {
  const { desk } = deps;
  app.post('/api/v2/apps/notify', { bodyLimit: 2 * MAX_BYTES }, async (request, reply) => {
    requireStaff(deps, request);
    const input = isRecord(request.body) ? request.body : {};
    const { app_id: appId, event, body, agent_id: agentId } = input;
    if (JSON.stringify(input).length > MAX_BYTES) throw new VendorError(413, 'Payload too large');
    if (desk.world.installation()?.appId !== Number(appId)) throw buildRecordNotFound();
    if (typeof event !== 'string' || event === '') {
      throw new VendorError(400, { error: 'BadRequest', description: 'event is missing' });
    }
    const notification: AppNotification = {
      event,
      body: parseBody(body),
      agentId: agentId === undefined ? undefined : Number(agentId),
    };
    desk.events.emit('app.notified', notification);
    return reply.type('application/json').send('null');
  });
}

/** Text that is JSON reaches the app as what it stands for, other text as it is. */
function parseBody(body: unknown): unknown {
  if (typeof body !== 'string') return body ?? null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
