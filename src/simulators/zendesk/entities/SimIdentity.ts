export const IDENTITY_TYPES = ['email', 'phone_number'] as const;

/** One way by which a person is known; names are those of the wire (zendesk-openapi.json, UserIdentityObject). */
export type SimIdentity = {
  id: number;
  type: (typeof IDENTITY_TYPES)[number];
  value: string;
  primary: boolean;
  verified: boolean;
  created_at: string;
  updated_at: string;
};

/** An identity as a create of a user asks for it. */
export type IdentityInput = Pick<SimIdentity, 'type' | 'value' | 'verified'>;
