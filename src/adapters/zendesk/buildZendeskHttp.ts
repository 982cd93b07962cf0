import type { AxiosInstance } from 'axios';
import { buildHttp } from '../system/buildHttp';

/** The longest answer we read; a page of 100 tickets is far below. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** The way to the account's REST API. */
export function buildZendeskHttp(baseUrl: string): AxiosInstance {
  return buildHttp({ baseUrl: baseUrl.replace(/\/+$/, ''), maxAnswerBytes: MAX_ANSWER_BYTES });
}
