import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** One call as the panel received it. */
export type PanelCall = { method: string; url: string; contentType: string; params: Record<string, string> };

/** A panel that says exactly what a test wants, for answers that the simulator never gives. */
export type ScriptedPanel = { url: string; calls: PanelCall[]; close(): Promise<void> };

/** What a test answers, perhaps later: a body, or a status with a body and headers; undefined leaves the call unanswered. */
type Script = (params: Record<string, string>, callNumber: number) => unknown;

/** With `tls`, key and certificate in PEM, the panel is reached over https. */
export async function startScriptedPanel(
  answer: Script,
  tls?: { key: string; cert: string },
): Promise<ScriptedPanel> {
  const calls: PanelCall[] = [];
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const params = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    const { method = '', url = '', headers } = request;
    calls.push({ method, url, contentType: headers['content-type'] ?? '', params });
    const said = await answer(params, calls.length);
    if (said === undefined) return;
    const { status, body, ...rest } = isStatus(said) ? said : { status: 200, body: said };
    response.writeHead(status, { 'content-type': 'application/json', ...rest.headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => void respond(request, response);
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, calls, close };
}

function isStatus(
  said: unknown,
): said is { status: number; body: unknown; headers?: Record<string, string> } {
  return typeof said === 'object' && said !== null && 'status' in said;
}

/** A list of the panel: each value becomes `{"$": value}`, an empty one `{}`. */
export function toList(rows: Record<string, string>[], total = rows.length): unknown {
  const toColumn = (text: string) => (text === '' ? {} : { $: text });
  const elem = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, text]) => [key, toColumn(text)])),
  );
  return {
    doc: { ...(elem.length > 0 ? { elem } : {}), metadata: { $type: 'list' }, p_elems: { $: String(total) } },
  };
}

/** An error of the panel. */
export function toError($type: string, $object?: string): unknown {
  return { doc: { error: { $type, $object, msg: { $: 'Secret text of the panel' } } } };
}
