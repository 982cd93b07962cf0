import { createServer, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../../../src/adapters/postgres/embedded/findFreePort';

/** A gate before a server, which counts how many requests are under way behind it. */
export type Turnstile = { url: string; readMostAtOnce(): number; close(): Promise<void> };

/** Lets every request through to `target`, each after `delayMs`, so that those of several callers meet. */
export async function startTurnstile(target: string, delayMs: number): Promise<Turnstile> {
  let [underWay, most] = [0, 0];
  const server = createServer((incoming, outgoing) => {
    underWay += 1;
    most = Math.max(most, underWay);
    outgoing.once('close', () => (underWay -= 1));
    const { method, headers } = incoming;
    void pause(delayMs).then(() => {
      const onward = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.once('error', () => outgoing.destroy());
      incoming.pipe(onward);
    });
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    readMostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
