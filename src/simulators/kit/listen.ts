import type { FastifyInstance } from 'fastify';

/** A simulator that answers at `url`. After `close` nothing of it is left, not even a request that hangs. */
export type RunningSimulator = { url: string; port: number; close(): Promise<void> };

/**
 * Promises a server on this machine only, at `localhost` on IPv4 and, where there is one, IPv6. Port 0 takes a free one.
 * Rejects with the code EADDRINUSE when the port is taken. Build the app with `forceCloseConnections: true`.
 */
export async function listen(app: FastifyInstance, port: number): Promise<RunningSimulator> {
  await app.listen({ port, host: 'localhost' });
  const addresses = app.addresses().filter((address) => typeof address === 'object');
  const taken = addresses[0]?.port ?? port;
  // Fastify forgives a second address that is taken: then one half of the callers would meet a stranger.
  if (!addresses.some((address) => address.address === '127.0.0.1')) {
    await app.close();
    throw Object.assign(new Error(`127.0.0.1:${String(taken)} is taken.`), {
      code: 'EADDRINUSE',
      port: taken,
    });
  }
  return {
    url: `http://localhost:${String(taken)}`,
    port: taken,
    close: async () => {
      const closing = app.close();
      app.server.closeAllConnections();
      await closing;
    },
  };
}
