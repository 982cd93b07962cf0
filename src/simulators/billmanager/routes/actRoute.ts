import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { SimulatorInputError } from '../../kit/control';
import { parseAct } from '../control/parseAct';
import type { Act } from '../control/parseAct';
import type { Note } from '../page/note';

/** What acts need: someone who does them, and a page to say it on. */
export type Acting = {
  /** Throws SimulatorInputError for what cannot be done. */
  perform(act: Act): { text: string; accountId?: string };
  say(note: Note): void;
};

/**
 * Adds POST `/_control/act`, what the buttons of the page do. A form is led back to the page, to the client it was about
 * and the search it came from, and the page says what was done or why it could not be. JSON is answered with `{"ok": true,
 * "note": sentence}`, and with 400 `{"error": sentence}` where nothing was done.
 */
export function registerAct(app: FastifyInstance, acting: Acting): void {
  app.register(async (scope) => {
    await scope.register(formbody);
    scope.setErrorHandler((error, request, reply) => {
      if (!(error instanceof SimulatorInputError)) throw error;
      if (!isForm(request)) return reply.code(400).send({ error: error.message });
      const accountId = readField(request, 'account');
      acting.say({ text: error.message, isRefusal: true, ...(accountId === '' ? {} : { accountId }) });
      return reply.redirect(toPage(request, accountId), 303);
    });
    scope.post('/_control/act', async (request, reply) => {
      const done = acting.perform(parseAct(request.body));
      acting.say({ ...done, isRefusal: false });
      if (!isForm(request)) return reply.send({ ok: true, note: done.text });
      return reply.redirect(toPage(request, done.accountId ?? ''), 303);
    });
  });
}

function isForm(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
}

function toPage(request: FastifyRequest, accountId: string): string {
  const query = readField(request, 'q');
  const search = query === '' ? '' : `?${new URLSearchParams({ q: query }).toString()}`;
  return `/${search}${accountId === '' ? '' : `#account-${encodeURIComponent(accountId)}`}`;
}

function readField(request: FastifyRequest, name: string): string {
  const fields: Record<string, unknown> = { ...(request.body as object) };
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
