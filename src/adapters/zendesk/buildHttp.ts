import axios from 'axios';
import type { AxiosInstance } from 'axios';

/** The longest answer we read; a page of 100 tickets is far below. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/**
 * An HTTP client that hands every status and the text as it came to us. Redirects are not followed, so neither token
 * nor secret can be carried to another host; the proxy settings of the process are not read, configuration is ours.
 */
export function buildHttp(baseUrl: string): AxiosInstance {
  return axios.create({
    baseURL: baseUrl.replace(/\/+$/, ''),
    maxRedirects: 0,
    proxy: false,
    maxContentLength: MAX_ANSWER_BYTES,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
  });
}
