import { Agent } from 'node:https';
import type { AxiosInstance } from 'axios';
import { buildHttp } from '../../system/buildHttp';
import { PinnedAgent } from './PinnedAgent';
import type { Trust } from './trust';

/** A page of 1,000 expenses is below 1 MB; a list of all clients' expenses may be long. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

/** The way to the panel's one address, `<baseUrl>/billmgr` (billmanager.md 1.1). */
export function buildPanelHttp(baseUrl: string, trust: Trust): AxiosInstance {
  const trimmed = baseUrl.replace(/\/+$/, '');
  return buildHttp({
    baseUrl: trimmed.endsWith('/billmgr') ? trimmed : `${trimmed}/billmgr`,
    maxAnswerBytes: MAX_ANSWER_BYTES,
    httpsAgent: buildAgent(trust),
  });
}

function buildAgent(trust: Trust): Agent | undefined {
  if (trust.kind === 'public') return undefined;
  if (trust.kind === 'pin') return new PinnedAgent(trust.fingerprint);
  return new Agent({ keepAlive: true, ca: trust.pem });
}
