import { record, text } from './checks';

/** Proofs of who is signed in. Undefined: nobody is, or the plan has none. */
export type Tokens = { read(): Promise<string | undefined>; readAnew(): Promise<string | undefined> };

/** Made by the help center for whoever is signed in; 404 on plans below Enterprise (zendesk.md 9). */
const TOKEN_PATH = '/api/v2/help_center/integration/token';

const TIMEOUT_MS = 5_000;

const isTokenAnswer = record<{ token: string }>({ token: text });

/** Asks the help center itself for the token, once for the page until it is not believed any more. */
export function buildTokens(send: typeof fetch): Tokens {
  let token: Promise<string | undefined> | undefined;
  const readNow = async (): Promise<string | undefined> => {
    const options = { credentials: 'same-origin', signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
    const answer = await send(TOKEN_PATH, options);
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return isTokenAnswer(body) ? body.token : undefined;
  };
  const readAnew = () => (token = readNow());
  return { read: () => token ?? readAnew(), readAnew };
}
