import type { ProxyAnswer } from '../../pages/proxy/ProxyRequest';
import { FORM_CONTENT_TYPE, toRequestBody } from '../../pages/requestBody';
import type { RestClient } from '../restClient';
import type { RequestOptions } from './RequestOptions';
import { toResponseArgs } from './toResponseArgs';
import type { RequestOutcome } from './toResponseArgs';

const TIMEOUT_MS = 30_000;
const MAX_RETRIES = 2;
const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Does a `client.request` (zendesk.md 2.4): an address of the account with the agent's own rights, another host
 * through the account's proxy, or with `cors` straight from the browser. `origin` is the account's. Always answers;
 * nothing is thrown.
 */
export async function answerRequest(
  options: RequestOptions,
  rest: RestClient,
  origin: string,
): Promise<RequestOutcome> {
  try {
    const url = new URL(options.url, origin);
    if (url.origin === origin) return toResponseArgs(await askAccount(url, options, rest), options);
    if (options.cors === true) return toResponseArgs(await askDirectly(url, options, fetch), options);
    return toResponseArgs(await askProxy(options, rest), options);
  } catch (error) {
    const text = error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'error';
    return {
      outcome: 'fail',
      responseArgs: [{ readyState: 0, status: 0, statusText: text, responseText: '' }, text, ''],
    };
  }
}

/** A 429 of the account is tried again by the framework unless the app says `autoRetry: false`. */
async function askAccount(url: URL, options: RequestOptions, rest: RestClient): Promise<ProxyAnswer> {
  const ask = () => askDirectly(url, options, (target, init) => rest.fetch(String(target), init));
  let answer = await ask();
  for (
    let tried = 0;
    answer.status === 429 && options.autoRetry !== false && tried < MAX_RETRIES;
    tried += 1
  ) {
    const waitMs = Math.min(Number(answer.headers['retry-after'] ?? 1) * 1000, MAX_RETRY_AFTER_MS);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    answer = await ask();
  }
  return answer;
}

async function askDirectly(url: URL, options: RequestOptions, ask: typeof fetch): Promise<ProxyAnswer> {
  const method = (options.type ?? options.method ?? 'GET').toUpperCase();
  const headers = new Headers(options.headers);
  let body = toRequestBody(options.data) ?? null;
  if (body !== null && (method === 'GET' || method === 'HEAD')) {
    url.search += (url.search === '' ? '?' : '&') + body;
    body = null;
  }
  if (body !== null && !headers.has('content-type')) {
    headers.set(
      'content-type',
      typeof options.contentType === 'string' ? options.contentType : FORM_CONTENT_TYPE,
    );
  }
  const signal = AbortSignal.timeout(options.timeout ?? TIMEOUT_MS);
  const response = await ask(url, { method, headers, body, signal });
  const { status, statusText } = response;
  return { status, statusText, headers: Object.fromEntries(response.headers), body: await response.text() };
}

function askProxy(options: RequestOptions, rest: RestClient): Promise<ProxyAnswer> {
  return rest.send<ProxyAnswer>('POST', '/agent/proxy', options);
}
