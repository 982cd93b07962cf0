import axios from 'axios';
import type { AxiosInstance } from 'axios';

/** A page of 1,000 expenses is below 1 MB; a list of all clients' expenses may be long. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/**
 * An HTTP client for the panel's one address, `<baseUrl>/billmgr` (billmanager.md 1.1). It hands every status and the
 * text as it came to us. Redirects are not followed, so that the password cannot be carried elsewhere; the proxy
 * settings of the process are not read, configuration is ours.
 */
export function buildHttp(baseUrl: string): AxiosInstance {
  const trimmed = baseUrl.replace(/\/+$/, '');
  return axios.create({
    baseURL: trimmed.endsWith('/billmgr') ? trimmed : `${trimmed}/billmgr`,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: MAX_ANSWER_BYTES,
    responseType: 'text',
    transformResponse: [],
    validateStatus: () => true,
  });
}
