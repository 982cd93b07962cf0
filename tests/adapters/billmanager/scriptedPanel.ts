import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as the panel received it. */
export type PanelCall = { method: string; url: string; contentType: string; params: Record<string, string> };

/** A panel that says exactly what a test wants, for answers that the simulator never gives. */
export type ScriptedPanel = { url: string; calls: PanelCall[]; close(): Promise<void> };

/** `answer` gives the body for a call, or a status with a body; undefined leaves the call without an answer. */
export async function startScriptedPanel(
  answer: (params: Record<string, string>, callNumber: number) => unknown,
): Promise<ScriptedPanel> {
  const calls: PanelCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const params = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      const { method = '', url = '', headers } = request;
      calls.push({ method, url, contentType: headers['content-type'] ?? '', params });
      const said = answer(params, calls.length);
      if (said === undefined) return;
      const { status, body } = isStatus(said) ? said : { status: 200, body: said };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, calls, close };
}

function isStatus(said: unknown): said is { status: number; body: unknown } {
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
export function toError($type: string): unknown {
  return { doc: { error: { $type, msg: { $: 'Secret text of the panel' } } } };
}
