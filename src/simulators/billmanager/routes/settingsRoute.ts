import type { FastifyInstance } from 'fastify';
import { SimulatorInputError } from '../../kit/control';
import { parsePanelSettings } from '../settings/panelSettings';
import type { PanelSettings } from '../settings/panelSettings';

/**
 * Adds POST `/_control/settings`, which replaces how the panel is set up and answers it; `{}` goes back to the usual.
 * Input that cannot be taken is answered with 400 `{"error": sentence}`.
 */
export function registerSettings(app: FastifyInstance, apply: (settings: PanelSettings) => void): void {
  app.register(async (scope) => {
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof SimulatorInputError) return reply.code(400).send({ error: error.message });
      throw error;
    });
    scope.post('/_control/settings', async (request) => {
      const settings = parsePanelSettings(request.body);
      apply(settings);
      return settings;
    });
  });
}
