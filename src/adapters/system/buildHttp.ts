import type { Agent } from 'node:https';
import axios from 'axios';
import type { AxiosInstance } from 'axios';

/**
 * An HTTP client for one outside system that hands every status and the text as it came to its adapter. Redirects are not
 * followed, so that no token, secret or password is carried to another host; the proxy settings of the process are not
 * read, configuration is ours. An answer longer than `maxAnswerBytes` fails. Time-outs are set per call by the adapter.
 */
export function buildHttp(options: {
  baseUrl: string;
  maxAnswerBytes: number;
  /** Decides which certificates are believed; without it those of the authorities that Node knows. */
  httpsAgent?: Agent | undefined;
}): AxiosInstance {
  return axios.create({
    baseURL: options.baseUrl,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: options.maxAnswerBytes,
    httpsAgent: options.httpsAgent,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
  });
}
