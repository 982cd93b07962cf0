import type { SimIdentity } from './SimIdentity';

export const USER_ROLES = ['end-user', 'agent', 'admin'] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** A person of the simulated account; names are those of the wire (zendesk-openapi.json, UserForAdmin). */
export type SimUser = {
  id: number;
  email: string;
  name: string;
  role: UserRole;
  /** BCP 47, e.g. `en-US` or `ru`. */
  locale: string;
  active: boolean;
  /** Whether the person is shut out, as the requester of spam is; absent means no. */
  suspended?: boolean;
  external_id: string | null;
  phone: string | null;
  /** The address first, then what else the person is known by. */
  identities: SimIdentity[];
  details: string;
  notes: string;
  tags: string[];
  /** By key of the user field; a field without a value is null. */
  user_fields: Record<string, FieldValueOfUser>;
  created_at: string;
  updated_at: string;
};

export type FieldValueOfUser = string | number | boolean | null;

/** Agents and admins: everyone who may use the agents' part of the API. */
export function isStaff(user: SimUser): boolean {
  return user.role !== 'end-user';
}
