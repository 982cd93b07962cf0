/** One request as a simulator saw it; `path` is without the query, so that no password lands in the list. */
export type ReceivedRequest = { at: string; method: string; path: string; status: number; detail?: unknown };

/** What a simulator was asked, oldest first. */
export type ReceivedLog = { add(r: ReceivedRequest): void; list(): ReceivedRequest[]; clear(): void };

const MAX_REQUESTS = 1000;

/** Promises a list in memory that forgets its oldest entries beyond 1000. */
export function buildReceivedLog(): ReceivedLog {
  let requests: ReceivedRequest[] = [];
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length > MAX_REQUESTS) requests.shift();
    },
    list: () => [...requests],
    clear: () => {
      requests = [];
    },
  };
}
