import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { boundHandlers } from '../../../src/server/http/boundHandlers';

const never = () => new Promise<never>(() => undefined);

let app: FastifyInstance;

beforeEach(() => {
  app = fastify({ logger: false });
  boundHandlers(app, 40);
  app.setErrorHandler((error: Error & { code?: string }, _request, reply) =>
    reply.code(504).send({ code: error.code }),
  );
});
afterEach(() => app.close());

/** Over a real connection: only there a request ends before its answer. */
async function post(path: string): Promise<{ status: number; body: unknown }> {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  return { status: answer.status, body: await answer.json() };
}

describe('a handler that takes too long', () => {
  it('is answered for though the body of its request has been read', async () => {
    app.post('/usual', never);
    expect(await post('/usual')).toEqual({ status: 504, body: { code: 'FST_ERR_HANDLER_TIMEOUT' } });
  });

  it('has the time of its route where that has one of its own', async () => {
    const late = async () => {
      await new Promise((resolve) => setTimeout(resolve, 80));
      return { done: true };
    };
    app.post('/own', { handlerTimeout: 5_000 }, late);
    expect(await post('/own')).toEqual({ status: 200, body: { done: true } });
  });
});
