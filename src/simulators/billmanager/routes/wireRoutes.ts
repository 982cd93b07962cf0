import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReceivedLog } from '../../kit/received';
import { answerCall } from '../access/answerCall';
import type { FaultSwitch } from '../faults/faultSwitch';
import { sendWithFaults } from '../faults/sendWithFaults';
import { LOGIN_PAGE } from '../faults/strangePages';
import type { Billing } from '../functions/billingFunction';
import { bendDocument } from '../wire/bendDocument';
import type { WireNode } from '../wire/columns';
import { hideSecrets } from '../wire/envelope';
import { toXml } from '../wire/toXml';
import { readParams, readSessionId } from './readParams';

/** What the wire needs: the billing behind it, the page for a browser, and a signal that the simulator closes. */
export type Wire = {
  billing: Billing;
  faults: FaultSwitch;
  received: ReceivedLog;
  /** `query` is what a person searches for. */
  renderPage(query: string): string;
  closing: AbortSignal;
};

/**
 * Adds the panel's one endpoint under its three addresses, for GET and POST. An answer of the panel is always 200;
 * an `out` that is not spoken gets the login page, as from the real one (billmanager.md 1.1, 1.2).
 */
export function registerWire(app: FastifyInstance, wire: Wire): void {
  app.register(async (scope) => {
    // Only forms are input here: any other body is taken and ignored, never refused.
    scope.removeAllContentTypeParsers();
    await scope.register(formbody);
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => {
      done(null, undefined);
    });
    for (const url of ['/', '/billmgr', '/manager/billmgr']) {
      scope.route({
        method: ['GET', 'POST'],
        url,
        handler: (request, reply) => answer(wire, request, reply),
      });
    }
  });
}

async function answer(wire: Wire, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const params = readParams(request);
  const { func = '', out = '' } = params;
  const path = request.url.split('?')[0] ?? '/';
  if (path === '/' && request.method === 'GET' && func === '' && out === '') {
    return reply.type('text/html; charset=utf-8').send(wire.renderPage(params['q'] ?? ''));
  }
  const { billing } = wire;
  const host = `${request.protocol}://${request.host}`;
  const faults = wire.faults.takeNext();
  const call = { func, params, host, remoteAddress: request.ip, billing };
  const document = bendDocument(answerCall(call, readSessionId(request), faults), billing.settings());
  const text = toOutput(document, out);
  const at = billing.clock.now().toISOString();
  const status = await sendWithFaults(reply, text, faults, wire.closing);
  wire.received.add({ at, method: request.method, path, status, detail: { params: hideSecrets(params) } });
  return reply;
}

/** The document in the output that was asked for; one that is not spoken gets what the panel shows a browser. */
function toOutput(document: WireNode, out: string): { text: string; type: string } {
  switch (out) {
    case 'json':
    case 'sjson':
      return { text: JSON.stringify(document), type: 'application/json; charset=utf-8' };
    case 'xml':
      return {
        text: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(document)}\n`,
        type: 'text/xml; charset=utf-8',
      };
    default:
      return { text: LOGIN_PAGE, type: 'text/html; charset=utf-8' };
  }
}
