import axios from 'axios';
import type { AxiosInstance } from 'axios';
import type { Zaf } from '../zaf/connectZaf';
import { toZafAdapter } from './toZafAdapter';

/** Longest wait for Zendesk's REST API; a save runs the account's triggers first. */
const ZENDESK_LIMIT_MS = 20_000;

/** HTTP to Zendesk's own REST API in the agent's session, with the agent's rights (zendesk.md 2.4). */
export function buildZendeskHttp(zaf: Zaf): AxiosInstance {
  return axios.create({ timeout: ZENDESK_LIMIT_MS, adapter: toZafAdapter(zaf) });
}
