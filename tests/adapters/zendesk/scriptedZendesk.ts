import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came in. */
export type ScriptedRequest = { method: string; path: string; authorization: string; body: unknown };

/** What a test has the account say; without `body` an empty object. */
export type ScriptedAnswer = {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Cut the connection without an answer. */
  isCut?: boolean;
};

export type ScriptedZendesk = { url: string; requests: ScriptedRequest[]; close(): Promise<void> };

/** An account that says exactly what a test wants, for answers that the simulator never gives. */
export async function startScriptedZendesk(
  answer: (request: ScriptedRequest, countOfItsPath: number) => ScriptedAnswer,
): Promise<ScriptedZendesk> {
  const requests: ScriptedRequest[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const text = Buffer.concat(chunks).toString();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const request = { method, path: url, authorization: headers.authorization ?? '', body };
      requests.push(request);
      const said = answer(request, requests.filter((one) => one.path === url).length);
      if (said.isCut) {
        incoming.socket.destroy();
        return;
      }
      const { body: saidBody = {} } = said;
      response.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
      response.end(typeof saidBody === 'string' ? saidBody : JSON.stringify(saidBody));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}
