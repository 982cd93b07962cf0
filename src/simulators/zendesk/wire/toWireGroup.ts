import type { SimGroup, SimGroupMembership } from '../entities/SimGroup';

export function toWireGroup(group: SimGroup, baseUrl: string): Record<string, unknown> {
  return { url: `${baseUrl}/api/v2/groups/${String(group.id)}.json`, ...group };
}

export function toWireGroupMembership(one: SimGroupMembership, baseUrl: string): Record<string, unknown> {
  return { url: `${baseUrl}/api/v2/group_memberships/${String(one.id)}.json`, ...one };
}
