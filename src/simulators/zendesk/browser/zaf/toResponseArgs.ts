import type { ProxyAnswer } from '../../pages/proxy/ProxyRequest';
import type { RequestOptions } from './RequestOptions';

/** What the app's handlers `request:N.done` and `request:N.fail` get: the arguments of jQuery's callbacks. */
export type RequestOutcome = { outcome: 'done' | 'fail'; responseArgs: unknown[] };

/**
 * A status of 2xx or 304 is a success; its first argument is the body, read as JSON when the answer or the app says
 * that it is, or with `httpCompleteResponse` the whole answer. A failure's is the whole answer always (zendesk.md 1.3).
 */
export function toResponseArgs(answer: ProxyAnswer, options: RequestOptions): RequestOutcome {
  const json = parseJson(answer, options.dataType);
  const xhr = {
    readyState: 4,
    status: answer.status,
    statusText: answer.statusText,
    responseText: answer.body,
    ...(json.isParsed && { responseJSON: json.value }),
    ...(options.httpCompleteResponse === true && { responseHeaders: answer.headers }),
  };
  const isSuccess = (answer.status >= 200 && answer.status < 300) || answer.status === 304;
  if (!isSuccess) return { outcome: 'fail', responseArgs: [xhr, 'error', answer.statusText] };
  if (json.isBroken) return { outcome: 'fail', responseArgs: [xhr, 'parsererror', 'Invalid JSON'] };
  const body = json.isParsed ? json.value : answer.body;
  const word = answer.status === 204 ? 'nocontent' : 'success';
  return { outcome: 'done', responseArgs: [options.httpCompleteResponse === true ? xhr : body, word, xhr] };
}

function parseJson({ body, headers, status }: ProxyAnswer, dataType: string | undefined) {
  const isWanted =
    dataType === 'json' || (dataType === undefined && headers['content-type']?.includes('json') === true);
  const isNothing = body === '' && status === 204;
  if (!isWanted || isNothing) return { isParsed: false as const, isBroken: false };
  try {
    return { isParsed: true as const, isBroken: false, value: JSON.parse(body) as unknown };
  } catch {
    return { isParsed: false as const, isBroken: true };
  }
}
