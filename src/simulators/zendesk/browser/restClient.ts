type Method = 'POST' | 'PUT' | 'DELETE';

/** Calls of one page to the simulated account, in the session of the person that the page was opened as. */
export type RestClient = {
  /** The answer as it is. Rejects only when there is none. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The answer's JSON; rejects with a sentence when the status is not 2xx. */
  read<Answer>(path: string): Promise<Answer>;
  /** The same for a change; an answer without a body is undefined. */
  send<Answer>(method: Method, path: string, body?: unknown): Promise<Answer>;
};

/**
 * Signs the person in before each call: the browser has one session for all its tabs, and in another one it may have
 * become a client's. The tabs take turns, so that no call leaves in the session of the other.
 */
export function buildRestClient(email: string): RestClient {
  const call: RestClient['fetch'] = (path, init) =>
    takeTurn(async () => {
      const signedIn = await fetch('/access/login', toJsonRequest('POST', { email }));
      if (!signedIn.ok) throw new Error(`Nobody has the address ${email} any more.`);
      return fetch(path, init);
    });
  return {
    fetch: call,
    read: async (path) => readAnswer(await call(path)),
    send: async (method, path, body) => readAnswer(await call(path, toJsonRequest(method, body))),
  };
}

/** How long a turn lasts at most: by then the request has left with its cookie, however long its answer takes. */
const MAX_TURN_MS = 250;

async function takeTurn(call: () => Promise<Response>): Promise<Response> {
  let answer: Promise<Response> | undefined;
  await navigator.locks.request('playground-session', async () => {
    answer = call();
    const hasLeft = new Promise((resolve) => setTimeout(resolve, MAX_TURN_MS));
    // A call that fails ends its turn like any other; the caller is the one who hears of it.
    await Promise.race([answer.catch(() => undefined), hasLeft]);
  });
  if (answer === undefined) throw new Error('The call was not made.');
  return answer;
}

function toJsonRequest(method: Method, body: unknown): RequestInit {
  if (body === undefined) return { method };
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function readAnswer<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`The server answers ${String(response.status)}: ${text.slice(0, 300)}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** The sentence of a failure, for a toast. */
export function toSentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
