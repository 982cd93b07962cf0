import type { AxiosInstance } from 'axios';
import * as z from 'zod/mini';

/** `users/show_many` takes at most this many ids (zendesk-openapi.json, ShowManyUsers). */
const MOST_IDS = 100;

/** Enough for the longest report; whoever comes later stays without a name. */
const MOST_CALLS = 10;

const usersSchema = z.object({
  users: z.array(z.object({ id: z.union([z.int(), z.string()]), name: z.string() })),
});

/** Names of people by their id; somebody who is not found is not in it. */
export type ReadNames = (userIds: string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Reads names of Zendesk's users in the agent's own session, each once: what was read is kept for as long as the page
 * stands open. A reading that fails answers what is known and is tried again with the next asking.
 */
export function buildNameReader(zendesk: AxiosInstance): ReadNames {
  const known = new Map<string, string>();
  return async (userIds) => {
    const missing = userIds.filter((id) => !known.has(id)).slice(0, MOST_IDS * MOST_CALLS);
    for (let from = 0; from < missing.length; from += MOST_IDS) {
      const ids = missing.slice(from, from + MOST_IDS);
      const url = `/api/v2/users/show_many.json?ids=${ids.map(encodeURIComponent).join(',')}`;
      const answer = await zendesk.get<unknown>(url).catch(() => undefined);
      const users = usersSchema.safeParse(answer?.data);
      for (const { id, name } of users.data?.users ?? []) known.set(String(id), name);
    }
    return new Map(userIds.flatMap((id) => pair(id, known.get(id))));
  };
}

function pair(id: string, name: string | undefined): [string, string][] {
  return name === undefined ? [] : [[id, name]];
}
