/** What the host page answers with; plain data, so that it can cross into the browser. */
export type HostAnswers = {
  /** Of `client.context()`. */
  context: { location: string; ticketId?: number };
  settings: Record<string, unknown>;
  /** Of `client.get`, by path. */
  paths: Record<string, unknown>;
  /** Of `client.request`, by what its address contains; the first that fits. No status: no answer ever comes. */
  requests: HostAnswer[];
  /** Go before `requests` once something was written, or `window.turn` was called. */
  later?: HostAnswer[];
};

type HostAnswer = { match: string; status?: number; body?: unknown };

/** What the host leaves in its page for whoever drives it. */
export type HostWindow = {
  asked: string[];
  fire: (event: string, data: unknown) => void;
  turn: () => void;
};

/**
 * Runs in the browser: the smallest host that speaks the app framework's protocol (zendesk.md 1.4). It answers at once, keeps
 * what was asked in `window.asked`, fires events with `window.fire`, and turns to the later answers with `window.turn`.
 */
export function runHost(answers: HostAnswers): void {
  const frame = document.querySelector('iframe');
  if (!frame) throw new Error('The host page has no frame.');
  const page = window as unknown as HostWindow;
  let isLater = false;
  page.asked = [];
  page.turn = () => {
    isLater = true;
  };
  const post = (message: object) => frame.contentWindow?.postMessage(JSON.stringify(message), '*');
  page.fire = (event, data) => post({ key: `zaf.${event}`, message: data });
  const call = (id: number, names: string[], toValue: (name: string) => unknown) => {
    const result: Record<string, unknown> = { errors: {} };
    for (const name of names) {
      const value = toValue(name);
      if (value === undefined) {
        (result['errors'] as Record<string, unknown>)[name] = {
          name: 'APIError',
          message: 'No such Api',
          path: name,
        };
      } else result[name] = value;
    }
    post({ id, result });
  };
  const request = (key: string, { url, type }: { url: string; type: string }) => {
    page.asked.push(url);
    const later = isLater ? (answers.later ?? []) : [];
    const found = [...later, ...answers.requests].find(({ match }) => url.includes(match));
    if (type === 'PUT') isLater = true;
    if (found && found.status === undefined) return;
    const { status = 404, body = null } = found ?? {};
    const isDone = status >= 200 && status < 300;
    const failed = { readyState: 4, status, responseText: JSON.stringify(body), responseJSON: body };
    post({
      key: `zaf.${key}.${isDone ? 'done' : 'fail'}`,
      message: { responseArgs: isDone ? [body, 'success', { status }] : [failed, 'error', ''] },
    });
  };
  window.addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow || typeof data !== 'string') return;
    const { id, key, request: kind, params, message } = JSON.parse(data);
    if (key === 'iframe.handshake') {
      const metadata = {
        appId: 1,
        installationId: 1,
        name: 'Support Credits',
        version: '1',
        settings: answers.settings,
      };
      const context = {
        ...answers.context,
        instanceGuid: 'guid',
        product: 'support',
        account: { subdomain: 'test' },
      };
      post({ key: 'zaf.app.registered', message: { metadata, context } });
    } else if (kind === 'get') call(id, params, (path) => answers.paths[path]);
    else if (kind === 'invoke') {
      if (params.resize) frame.style.height = params.resize[0].height;
      call(id, Object.keys(params), () => null);
    } else if (typeof key === 'string' && key.startsWith('request:')) request(key, message);
  });
}
