import type { SdkClient, SdkRequest } from './sdkClient';
import { withTimeLimit } from './withTimeLimit';
import { ZafError } from './ZafError';

/** Longest wait for an answer of Zendesk's page itself; the vendor's SDK would wait five minutes. */
const HOST_LIMIT_MS = 10_000;

/** What the rest of the app may ask of Zendesk's page. Every call ends: with an answer or with a rejection. */
export interface Zaf {
  /** The installation's settings; secure ones are never among them. */
  readSettings(): Promise<Record<string, unknown>>;
  /** Where the app stands: the location's name, and the ticket's id, undefined for a ticket that was never saved. */
  readPlace(): Promise<{ location: string | undefined; ticketId: string | undefined }>;
  /** Reads several paths at once; a path that Zendesk does not know is undefined. */
  get(paths: string[]): Promise<Record<string, unknown>>;
  invoke(action: string, ...args: unknown[]): Promise<void>;
  /** Calls `handler` at each event until the returned function is called. */
  onEvent(event: string, handler: (data: unknown) => void): () => void;
  /** An HTTP call through Zendesk. Rejects with what Zendesk answered, or with {@link ZafError} after `limitMs`. */
  request(options: SdkRequest, limitMs: number): Promise<unknown>;
}

/** Wraps the SDK's client so that its traps stay in this file (feasibility.md 5). */
export function connectZaf(client: SdkClient): Zaf {
  return {
    async readSettings() {
      const metadata = await withTimeLimit(client.metadata(), HOST_LIMIT_MS, 'metadata');
      const settings = isRecord(metadata) ? metadata['settings'] : undefined;
      return isRecord(settings) ? settings : {};
    },
    async readPlace() {
      const context = await withTimeLimit(client.context(), HOST_LIMIT_MS, 'context');
      const { ticketId, location } = isRecord(context) ? context : {};
      return {
        location: typeof location === 'string' ? location : undefined,
        ticketId: typeof ticketId === 'number' || typeof ticketId === 'string' ? String(ticketId) : undefined,
      };
    },
    async get(paths) {
      const asked = `get ${paths.join(' ')}`;
      const answer = rejectDisguised(await withTimeLimit(client.get(paths), HOST_LIMIT_MS, asked), asked);
      if (!isRecord(answer)) throw new ZafError(asked, answer);
      return answer;
    },
    async invoke(action, ...args) {
      const asked = `invoke ${action}`;
      rejectDisguised(await withTimeLimit(client.invoke(action, ...args), HOST_LIMIT_MS, asked), asked);
    },
    onEvent(event, handler) {
      client.on(event, handler);
      return () => void client.off(event, handler);
    },
    request: (options, limitMs) => withTimeLimit(client.request(options), limitMs, `${options.type} request`),
  };
}

/** The npm SDK RESOLVES with its TimeoutError, and with errors that have no name. */
function rejectDisguised(answer: unknown, asked: string): unknown {
  const isError = isRecord(answer) && typeof answer['message'] === 'string' && !('errors' in answer);
  if (isError) throw new ZafError(asked, answer);
  return answer;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
