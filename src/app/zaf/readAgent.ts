import { AGENT_ROLES } from '../../domain/policy/refundReason';
import type { AgentRole } from '../../domain/policy/refundReason';
import type { Zaf } from './connectZaf';

/** Who sits before the screen, as far as Zendesk's page tells. It only keeps the screen honest: the bridge decides. */
export type Agent = {
  id: string | undefined;
  /** Undefined: a role that the policy does not speak of, or Zendesk did not tell. */
  role: AgentRole | undefined;
  /** Undefined: Zendesk did not tell. */
  groupIds: string[] | undefined;
};

export const UNKNOWN_AGENT: Agent = { id: undefined, role: undefined, groupIds: undefined };

/** Reads the agent (zendesk.md 2.1). Rejects with ZafError. */
export async function readAgent(zaf: Zaf): Promise<Agent> {
  const answer = await zaf.get(['currentUser.id', 'currentUser.role', 'currentUser.groups']);
  const groups = answer['currentUser.groups'];
  return {
    id: toId(answer['currentUser.id']),
    role: AGENT_ROLES.find((role) => role === answer['currentUser.role']),
    groupIds: Array.isArray(groups) ? groups.flatMap(toGroupId) : undefined,
  };
}

function toGroupId(group: unknown): string[] {
  const id = typeof group === 'object' && group !== null && 'id' in group ? toId(group.id) : undefined;
  return id === undefined ? [] : [id];
}

function toId(id: unknown): string | undefined {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : undefined;
}
