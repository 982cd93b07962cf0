/** Calls of one page to the simulated account, in the name of the person that the page was opened as. */
export type RestClient = {
  /** The answer as it is. Rejects only when there is none. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The answer's JSON; rejects with a sentence when the status is not 2xx. */
  read<Answer>(path: string): Promise<Answer>;
  send<Answer>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answer>;
};

/**
 * Names the person in each call, for the session's cookie is one for the whole browser: in another tab it may have
 * become a client's.
 */
export function buildRestClient(email: string): RestClient {
  const call: RestClient['fetch'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer playground:${email}`);
    return fetch(path, { ...init, headers });
  };
  return {
    fetch: call,
    read: async (path) => readAnswer(await call(path)),
    send: async (method, path, body) =>
      readAnswer(
        await call(path, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  };
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`The server answers ${String(response.status)}: ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}

/** The sentence of a failure, for a toast. */
export function toSentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
