import type { FastifyInstance } from 'fastify';
import type { Telemetry } from '../../use-cases/ports/telemetry';
import { isQuiet } from './logRequests';

/** Watches what each route does, so that the work behind it, jobs too, lies below it in a trace. To be called before the routes. */
export function watchRoutes(app: FastifyInstance, telemetry: Telemetry): void {
  app.addHook('onRoute', (options) => {
    if (isQuiet(options.url)) return;
    const { handler } = options;
    options.handler = function watched(request, reply) {
      return telemetry.watch(
        { kind: 'request', route: options.url, ids: { requestId: request.id } },
        async () => handler.call(this, request, reply),
        () => String(request.logFields['outcome'] ?? 'done'),
      );
    };
  });
}
