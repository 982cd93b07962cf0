import type { Outgoing } from './buildOutgoing';
import type { ProxyAnswer } from './ProxyRequest';

const MAX_BODY_BYTES = 5_000_000;
/** Those that belong to one connection, or that the client of this connection sets by itself. */
const NOT_FORWARDED = [
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
];

/**
 * Promises the other host's answer, whatever its status; a redirect is handed back and not followed, for it could
 * lead a secret to a host that is not listed. A host that cannot be reached, or that sends more than 5 MB, is
 * answered as 502, one that takes longer than `timeoutMs` as 504.
 */
export async function sendOutgoing(
  { url, method, headers, body }: Outgoing,
  timeoutMs: number,
): Promise<ProxyAnswer> {
  const forwarded = Object.entries(headers).filter(([name]) => !NOT_FORWARDED.includes(name));
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      method,
      headers: forwarded,
      body: body ?? null,
      redirect: 'manual',
      signal,
    });
    const text = await readBounded(response);
    if (text === undefined) return buildProxyAnswer(502, 'Bad Gateway', 'The answer is larger than 5 MB.');
    const { status, statusText } = response;
    return { status, statusText, headers: Object.fromEntries(response.headers), body: text };
  } catch {
    if (signal.aborted) {
      return buildProxyAnswer(
        504,
        'Gateway Timeout',
        `${url.host} did not answer in ${String(timeoutMs)} ms.`,
      );
    }
    return buildProxyAnswer(502, 'Bad Gateway', `${url.host} cannot be reached.`);
  }
}

/** An answer of the proxy itself; the text of a failure never holds what was sent. */
export function buildProxyAnswer(status: number, statusText: string, error: string): ProxyAnswer {
  return {
    status,
    statusText,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error }),
  };
}

async function readBounded(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
