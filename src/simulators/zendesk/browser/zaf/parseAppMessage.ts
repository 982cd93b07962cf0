import type { RequestOptions } from './RequestOptions';

/** A message of the app's frame, told apart (zendesk.md 1.2). */
export type AppMessage =
  | { kind: 'handshake' }
  | { kind: 'subscription'; event: string; count: number }
  | { kind: 'trigger'; event: string; data: unknown }
  | { kind: 'get'; id: number; paths: string[] }
  | { kind: 'set'; id: number; values: [string, unknown][] }
  | { kind: 'invoke'; id: number; actions: [string, unknown[]][] }
  | { kind: 'request'; key: string; options: RequestOptions }
  | { kind: 'reply'; hook: string; veto: string | undefined };

/**
 * Takes what a frame has posted: text of JSON, or for a hook's reply an object. Undefined for anything that is not of
 * the protocol, and for what the vendor's SDK only counts (`session.live`, `__track__`).
 */
export function parseAppMessage(posted: unknown): AppMessage | undefined {
  const data = typeof posted === 'string' ? parseJson(posted) : posted;
  if (!isRecord(data)) return undefined;
  if (typeof data.request === 'string' && typeof data.id === 'number')
    return parseCall(data.request, data.id, data.params);
  if (typeof data.key !== 'string') return undefined;
  if (data.key === 'iframe.handshake') return { kind: 'handshake' };
  if (/^request:\d+$/.test(data.key)) return parseRequest(data.key, data.message);
  const [, verb, name = ''] = /^iframe\.(on|off|trigger|reply):(.+)$/s.exec(data.key) ?? [];
  const message = isRecord(data.message) ? data.message : {};
  switch (verb) {
    case 'on':
    case 'off':
      return { kind: 'subscription', event: name, count: Number(message.subscriberCount) };
    case 'trigger':
      return { kind: 'trigger', event: name, data: data.message };
    case 'reply':
      return {
        kind: 'reply',
        hook: name,
        veto: isRecord(data.error) ? String(data.error.msg ?? '') : undefined,
      };
    default:
      return undefined;
  }
}

function parseCall(request: string, id: number, params: unknown): AppMessage | undefined {
  if (request === 'get' && Array.isArray(params)) return { kind: 'get', id, paths: params.map(String) };
  if (!isRecord(params)) return undefined;
  if (request === 'set') return { kind: 'set', id, values: Object.entries(params) };
  if (request !== 'invoke') return undefined;
  const actions = Object.entries(params).map(([name, args]): [string, unknown[]] => [
    name,
    Array.isArray(args) ? args : [],
  ]);
  return { kind: 'invoke', id, actions };
}

function parseRequest(key: string, message: unknown): AppMessage | undefined {
  if (!isRecord(message) || typeof message.url !== 'string') return undefined;
  return { kind: 'request', key, options: { ...message, url: message.url } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
