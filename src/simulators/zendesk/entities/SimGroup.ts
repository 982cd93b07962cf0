/** A group of agents (zendesk-openapi.json, GroupObject). */
export type SimGroup = {
  id: number;
  name: string;
  description: string;
  default: boolean;
  deleted: boolean;
  is_public: boolean;
  created_at: string;
  updated_at: string;
};

/** That an agent belongs to a group; `default` marks the agent's first one. */
export type SimGroupMembership = {
  id: number;
  user_id: number;
  group_id: number;
  default: boolean;
  created_at: string;
  updated_at: string;
};
