import type { CreditsView } from '../../src/contract/creditsView';
import type { SdkClient, SdkRequest } from '../../src/app/zaf/sdkClient';

/** What one faked installation of Zendesk holds; tests change it while the app runs. */
export type FakeZafState = {
  settings: Record<string, unknown>;
  location: string;
  ticketId: number | undefined;
  /** Answers of `client.get` by path; a path that is missing is an error, as in Zendesk. */
  paths: Record<string, unknown>;
  /** What the bridge answers to the panel's reading. */
  view: CreditsView;
  /** Names of people by their id, as Zendesk tells them. */
  people: Record<string, string>;
  /** Answers a request in place of the fake; undefined lets the fake answer. */
  onRequest: ((request: SdkRequest) => Promise<unknown> | undefined) | undefined;
};

/** Zendesk at the SDK's boundary: answers by its state, and keeps what was asked. */
export function createFakeZaf(view: CreditsView, changes: Partial<FakeZafState> = {}) {
  const state: FakeZafState = {
    settings: { bridge_url: 'https://bridge.test/' },
    location: 'ticket_sidebar',
    ticketId: 35,
    paths: {
      'currentUser.locale': 'en-US',
      colorScheme: 'light',
      'currentUser.id': 7,
      'currentUser.role': 'agent',
      'currentUser.groups': [{ id: 70, name: 'Support' }],
      'requirement:support_line': { requirement_id: 902, requirement_type: 'ticket_fields' },
      'requirement:credit_action': { requirement_id: 900, requirement_type: 'ticket_fields' },
      'requirement:support_credit': { requirement_id: 901, requirement_type: 'ticket_fields' },
    },
    view,
    people: { '500': 'Timur Akhmetov' },
    onRequest: undefined,
    ...changes,
  };
  const requests: SdkRequest[] = [];
  const invoked: unknown[][] = [];
  const handlers = new Map<string, Set<(data: unknown) => void>>();
  const client: SdkClient = {
    metadata: async () => ({ appId: 1, settings: state.settings }),
    context: async () => ({ location: state.location, ticketId: state.ticketId }),
    get: async (paths) => answerPaths(paths, state.paths),
    invoke: async (...call) => {
      invoked.push(call);
      return { errors: {} };
    },
    on: (event, handler) => handlers.set(event, (handlers.get(event) ?? new Set()).add(handler)),
    off: (event, handler) => handlers.get(event)?.delete(handler),
    request: async (request) => {
      requests.push(request);
      // As over a wire: an answer comes later than everything that the asking did at once.
      await new Promise((resolve) => setTimeout(resolve, 5));
      return state.onRequest?.(request) ?? answerRequest(request, state);
    },
  };
  return {
    client,
    state,
    requests,
    invoked,
    fire: (event: string, data?: unknown) => handlers.get(event)?.forEach((handler) => handler(data)),
    handlerCount: () => [...handlers.values()].reduce((count, set) => count + set.size, 0),
    /** The writes of tickets, which are all the app may change. */
    writes: () => requests.filter((request) => request.type === 'PUT'),
    /** The readings of the bridge. */
    reads: () => requests.filter(({ type, url }) => type === 'GET' && url.startsWith('https://bridge.test')),
  };
}

export type FakeZaf = ReturnType<typeof createFakeZaf>;

/** The shape in which Zendesk's proxy rejects (zendesk.md 1.3). */
export function toRejection(status: number, body: unknown) {
  return {
    readyState: 4,
    status,
    statusText: 'error',
    responseText: JSON.stringify(body),
    responseJSON: body,
  };
}

function answerRequest({ type, url }: SdkRequest, { people, view }: FakeZafState): unknown {
  const ids = /users\/show_many\.json\?ids=(.*)$/.exec(url)?.[1]?.split(',');
  if (ids)
    return { users: ids.flatMap((id) => (id in people ? [{ id: Number(id), name: people[id] }] : [])) };
  return type === 'GET' ? view : {};
}

function answerPaths(paths: string[], known: Record<string, unknown>) {
  const errors: Record<string, unknown> = {};
  const answer: Record<string, unknown> = { errors };
  for (const path of paths) {
    if (path in known) answer[path] = known[path];
    else errors[path] = { name: 'APIError', message: 'No such Api', path };
  }
  return answer;
}
