import type { AxiosInstance } from 'axios';
import { createLocalJWKSet } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { AdapterError } from '../../../use-cases/ports/AdapterError';
import { buildHttp } from '../../system/buildHttp';
import { exchangeOnce } from '../../system/exchangeOnce';

/** Finds the key that a token names. */
export type KeySet = ReturnType<typeof createLocalJWKSet>;

/** Anonymous; a set of RSA keys by `kid` (zendesk.md 9). */
const KEYS_PATH = '/api/v2/help_center/integration/keys.json';

/** A key takes half a kilobyte; more than a hundred of them are no set of keys. */
const MAX_ANSWER_BYTES = 64 * 1024;

const TIMEOUT_MS = 5_000;

/** The way to the keys: no token goes there, and no redirect is followed. */
export function buildKeysHttp(zendeskUrl: string): AxiosInstance {
  return buildHttp({ baseUrl: zendeskUrl.replace(/\/+$/, ''), maxAnswerBytes: MAX_ANSWER_BYTES });
}

/** Reads the public keys of the account's help center; throws `AdapterError` when that fails or makes no sense. */
export async function readKeys(http: AxiosInstance): Promise<KeySet> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await exchangeOnce(http, { method: 'GET', url: KEYS_PATH }, signal);
  if (answer.kind === 'failed') throw fail('could not be had', true, answer.cause);
  if (answer.status !== 200) throw fail(`were answered with ${String(answer.status)}`, true);
  try {
    return createLocalJWKSet(JSON.parse(answer.text) as JSONWebKeySet);
  } catch (cause) {
    throw fail('are no set of keys', false, cause);
  }
}

function fail(what: string, retry: boolean, cause?: unknown): AdapterError {
  const code = retry ? 'zendesk_unavailable' : 'zendesk_unexpected_answer';
  return new AdapterError(`the public keys of the help center ${what}`, { code, retry, cause });
}
