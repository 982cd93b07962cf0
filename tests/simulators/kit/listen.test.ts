import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { listen } from '../../../src/simulators/kit/listen';

describe('listen', () => {
  it('answers on localhost and on 127.0.0.1 alike', async () => {
    const app = fastify({ forceCloseConnections: true });
    app.get('/', () => 'here');
    const running = await listen(app, 0);
    const answers = await Promise.all(
      [running.url, `http://127.0.0.1:${String(running.port)}`].map(async (url) => (await fetch(url)).text()),
    );
    await running.close();
    expect(answers).toEqual(['here', 'here']);
  });

  it('closes although a request hangs', async () => {
    const app = fastify({ forceCloseConnections: true });
    let arrive: () => void = () => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    app.get('/', (_request, reply) => {
      reply.hijack();
      arrive();
    });
    const running = await listen(app, 0);
    const hanging = fetch(running.url).then(
      () => 'answered',
      () => 'cut off',
    );
    await arrived;
    await running.close();
    expect(await hanging).toBe('cut off');
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it('says which port is taken', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const { port } = holder.address() as AddressInfo;
    await expect(listen(fastify({ forceCloseConnections: true }), port)).rejects.toMatchObject({
      code: 'EADDRINUSE',
      port,
    });
    await new Promise((resolve) => holder.close(resolve));
  });
});
