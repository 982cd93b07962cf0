import { z } from 'zod';
import type { Clock } from '../../../use-cases/ports/clock';
import type { ZendeskClient } from '../buildZendeskClient';
import { readPages } from '../readPages';
import { pageSchema, wireId } from '../wire';

/** `GET /api/v2/apps/installations`, the part we read (zendesk.md 4). Agents may read it, the list of apps only admins. */
const installationsAnswer = z.object({
  installations: z.array(
    z.object({
      app_id: wireId,
      enabled: z.boolean().nullish(),
      settings: z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
  ...pageSchema,
});

/** The app may be installed anew at any time, under another id. */
const KEPT_MS = 60 * 60_000;

/** Finds out which app of the account is ours. */
export type AppFinder = {
  /** Its id, or ids where it is installed more than once; none when it is not to be found. Fails with AdapterError. */
  readAppIds(): Promise<string[]>;
};

/** A private app gets its id when it is installed; it is known by its setting `bridge_url`, and remembered for an hour. */
export function buildAppFinder(client: ZendeskClient, clock: Clock): AppFinder {
  let known: { ids: string[]; readAtMs: number } | undefined;
  return {
    async readAppIds() {
      const nowMs = clock.now().getTime();
      if (known === undefined || nowMs - known.readAtMs >= KEPT_MS) {
        known = { ids: await findAppIds(client), readAtMs: nowMs };
      }
      return known.ids;
    },
  };
}

async function findAppIds(client: ZendeskClient): Promise<string[]> {
  const pages = (await readPages(client, '/api/v2/apps/installations.json', installationsAnswer)) ?? [];
  const ours = pages
    .flatMap((page) => page.installations)
    .filter(({ enabled, settings }) => enabled !== false && settings?.['bridge_url'] !== undefined);
  return [...new Set(ours.map((installation) => installation.app_id))];
}
