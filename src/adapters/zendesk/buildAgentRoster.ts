import type { Clock } from '../../use-cases/ports/clock';
import type { ZendeskClient } from './buildZendeskClient';
import { toDeskUser } from './toDeskUser';
import { userAnswer } from './wire';

/** Knows who belongs to the helpdesk. */
export type AgentRoster = {
  /** Which of these users are people of the helpdesk; a user that is gone is not. */
  readAgents(userIds: readonly string[]): Promise<Set<string>>;
};

/** Nobody comments with more people than this; those beyond it count as none of the helpdesk. */
const MAX_ASKED = 50;

/** Long enough for one sweep through many tickets, in which the same people appear again and again. */
const KEPT_MS = 10 * 60_000;

/** Bounds the memory; whoever was learned first is forgotten first. */
const MAX_KEPT = 10_000;

/** Users are asked about one by one and remembered for ten minutes. */
export function buildAgentRoster(client: ZendeskClient, clock: Clock): AgentRoster {
  const known = new Map<string, { isAgent: boolean; readAt: number }>();

  const isAgent = async (userId: string): Promise<boolean> => {
    const now = clock.now().getTime();
    const remembered = known.get(userId);
    if (remembered !== undefined && now - remembered.readAt < KEPT_MS) return remembered.isAgent;
    const user = (await client.read(`/api/v2/users/${encodeURIComponent(userId)}.json`, userAnswer))?.user;
    const answer = user !== undefined && toDeskUser(user).isAgent;
    known.delete(userId);
    known.set(userId, { isAgent: answer, readAt: now });
    const [oldest] = known.keys();
    if (known.size > MAX_KEPT && oldest !== undefined) known.delete(oldest);
    return answer;
  };

  return {
    async readAgents(userIds) {
      const agents = new Set<string>();
      for (const userId of userIds.slice(0, MAX_ASKED)) {
        if (await isAgent(userId)) agents.add(userId);
      }
      return agents;
    },
  };
}
