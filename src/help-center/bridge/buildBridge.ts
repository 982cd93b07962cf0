import { clientPaths } from '../../contract/clientPaths';
import type { ClientCredits, PublicRules } from '../../contract/clientCredits';
import type { ClientEntriesPage, ClientReceipt } from '../../contract/clientEntries';
import { isCredits, isEntriesPage, isReceipt, isRules } from './answers';
import type { Check } from './checks';
import { buildTokens } from './buildTokens';

/** What can be asked. Undefined: it could not be had, for whatever reason. None of them ever rejects. */
export type Bridge = {
  readRules(): Promise<PublicRules | undefined>;
  readCredits(): Promise<ClientCredits | undefined>;
  readEntries(before: string): Promise<ClientEntriesPage | undefined>;
  readReceipt(entryNumber: number): Promise<ClientReceipt | undefined>;
};

/** The bridge gives up after 7.5 s. */
const TIMEOUT_MS = 8_000;

/** The bridge at `bridgeUrl`, asked in the name of whoever is signed in to the help center. */
export function buildBridge({ bridgeUrl, fetch: send }: { bridgeUrl: string; fetch: typeof fetch }): Bridge {
  const base = bridgeUrl.replace(/\/+$/, '');
  const tokens = buildTokens(send);

  const ask = async <Value>(path: string, check: Check<Value>, token?: string) => {
    const headers: HeadersInit = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const options = { headers, credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
    const answer = await send(base + path, options);
    const body: unknown = answer.ok ? await answer.json() : undefined;
    return { isRefused: answer.status === 401, value: check(body) ? body : undefined };
  };

  /** A token may have ended since the page was opened: it is fetched anew, once. */
  const askAsClient = async <Value>(path: string, check: Check<Value>): Promise<Value | undefined> => {
    const token = await tokens.read();
    if (token === undefined) return undefined;
    const first = await ask(path, check, token);
    if (!first.isRefused) return first.value;
    const fresh = await tokens.readAnew();
    return fresh === undefined ? undefined : (await ask(path, check, fresh)).value;
  };

  const orNothing = <Value>(asking: Promise<Value | undefined>) => asking.catch(() => undefined);
  return {
    readRules: () => orNothing(ask(clientPaths.rules(), isRules).then(({ value }) => value)),
    readCredits: () => orNothing(askAsClient(clientPaths.credits(), isCredits)),
    readEntries: (before) => orNothing(askAsClient(clientPaths.entries(before), isEntriesPage)),
    readReceipt: (entryNumber) => orNothing(askAsClient(clientPaths.receipt(entryNumber), isReceipt)),
  };
}
