import type { Zaf } from './connectZaf';
import { readAgent } from './readAgent';
import { toBridgeUrl } from './toBridgeUrl';

/** Where the admin page finds the bridge, and who looks. */
export type AdminPlace =
  { kind: 'ready'; bridgeUrl: string; userId: string } | { kind: 'not_set_up' } | { kind: 'not_admin' };

/** Reads both from Zendesk's page; that somebody is an admin is only asked here to say so early. Rejects with ZafError. */
export async function readAdminPlace(zaf: Zaf): Promise<AdminPlace> {
  const [settings, agent] = await Promise.all([zaf.readSettings(), readAgent(zaf)]);
  const bridgeUrl = toBridgeUrl(settings['bridge_url']);
  if (bridgeUrl === undefined) return { kind: 'not_set_up' };
  if (agent.role !== 'admin' || agent.id === undefined) return { kind: 'not_admin' };
  return { kind: 'ready', bridgeUrl, userId: agent.id };
}
