import formbody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { SimulatorInputError } from '../../kit/control';
import { parseAct } from '../control/parseAct';
import type { Act } from '../control/parseAct';

/**
 * Adds POST `/_control/act`, what the buttons of the page do. A form is led back to the page, JSON is answered with
 * `{"ok": true, "note": sentence}`, input that cannot be taken with 400 `{"error": sentence}`.
 */
export function registerAct(app: FastifyInstance, perform: (act: Act) => string): void {
  app.register(async (scope) => {
    await scope.register(formbody);
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof SimulatorInputError) return reply.code(400).send({ error: error.message });
      throw error;
    });
    scope.post('/_control/act', async (request, reply) => {
      const note = perform(parseAct(request.body));
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
      return isForm === true ? reply.redirect('/', 303) : reply.send({ ok: true, note });
    });
  });
}
