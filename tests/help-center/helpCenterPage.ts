import { startSupportCredits } from '../../src/help-center/startSupportCredits';

export const BRIDGE = 'https://credits.example.test';

const TOKEN_PATH = '/api/v2/help_center/integration/token';

/** What the page gets for an address: a status, or a body with 200. Without one the connection fails. */
export type Said = number | object;
export type Answers = Record<string, Said | ((authorization: string | undefined) => Said)>;

let stop = (): void => undefined;

/** Leaves the page as a browser does: nothing of it goes on. */
export function leavePage(): void {
  stop();
  stop = () => undefined;
  document.head.replaceChildren();
  document.body.replaceChildren();
}

/** A help center with the bridge behind it; each request is written down as `address authorization`. */
export function openHelpCenter(answers: Answers, lang = 'en-us') {
  const asked: string[] = [];
  document.documentElement.lang = lang;
  const fetch = async (url: string | URL | Request, options: RequestInit = {}): Promise<Response> => {
    const path = String(url).replace(BRIDGE, '');
    const { authorization } = (options.headers ?? {}) as Record<string, string>;
    asked.push(authorization === undefined ? path : `${path} ${authorization}`);
    const prepared = answers[path];
    const said = typeof prepared === 'function' ? prepared(authorization) : prepared;
    if (said === undefined) throw new TypeError('Failed to fetch');
    const [status, body] = typeof said === 'number' ? [said, {}] : [200, said];
    return { status, ok: status === 200, json: async () => body } as Response;
  };
  stop = startSupportCredits({ bridgeUrl: `${BRIDGE}/`, fetch: fetch as typeof globalThis.fetch });
  return { asked };
}

/** Signed in, on a plan that has tokens. */
export const SIGNED_IN: Answers = { [TOKEN_PATH]: { token: 'T1' } };

/** A plan without tokens. */
export const NO_TOKENS: Answers = { [TOKEN_PATH]: 404 };

/** Lets everything happen that is on its way. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** What a reader is told, line by line. */
export const readLines = (selector: string): string[] =>
  [...document.querySelectorAll(`${selector} :is(p, li, h2, h3)`)].flatMap((line) => line.textContent || []);
