import type { SeenInstallation } from '../../../use-cases/ports/deskInspection';
import type { ZendeskClient } from '../buildZendeskClient';
import { readPages } from '../readPages';
import { installationsAnswer, requirementsAnswer } from './wireSetup';

/** An account with more apps than this is not one that we know; each costs a call. */
const MAX_INSTALLATIONS = 100;

/** Every installed app with what its installation made. One whose list is not there made nothing. */
export async function readInstallations(client: ZendeskClient): Promise<SeenInstallation[]> {
  const pages = (await readPages(client, '/api/v2/apps/installations.json', installationsAnswer)) ?? [];
  const installations = pages.flatMap((page) => page.installations).slice(0, MAX_INSTALLATIONS);
  const seen: SeenInstallation[] = [];
  for (const { id, enabled, settings } of installations) {
    const { title, name, bridge_url: bridgeUrl } = settings ?? {};
    seen.push({
      id,
      title: String(title ?? name ?? 'without a title'),
      isEnabled: enabled !== false,
      bridgeUrl: typeof bridgeUrl === 'string' && bridgeUrl !== '' ? bridgeUrl : undefined,
      made: await readMade(client, id),
    });
  }
  return seen;
}

async function readMade(client: ZendeskClient, installationId: string): Promise<SeenInstallation['made']> {
  const path = `/api/v2/apps/installations/${installationId}/requirements.json`;
  const pages = (await readPages(client, path, requirementsAnswer)) ?? [];
  return pages.flatMap((page) =>
    page.requirements.map(({ requirement_type: kind, identifier, requirement_id: id }) => ({
      kind,
      identifier,
      id,
    })),
  );
}
