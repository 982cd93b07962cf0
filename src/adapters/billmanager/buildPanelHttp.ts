import type { AxiosInstance } from 'axios';
import { buildHttp } from '../system/buildHttp';

/** A page of 1,000 expenses is below 1 MB; a list of all clients' expenses may be long. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** The way to the panel's one address, `<baseUrl>/billmgr` (billmanager.md 1.1). */
export function buildPanelHttp(baseUrl: string): AxiosInstance {
  const trimmed = baseUrl.replace(/\/+$/, '');
  return buildHttp({
    baseUrl: trimmed.endsWith('/billmgr') ? trimmed : `${trimmed}/billmgr`,
    maxAnswerBytes: MAX_ANSWER_BYTES,
  });
}
