import type { SimUser } from '../entities/SimUser';

/** Who did what nobody did: Zendesk writes -1 as its author. It is none of the account's users. */
export const SYSTEM_USER: SimUser = {
  id: -1,
  email: '',
  name: 'System',
  role: 'admin',
  locale: 'en-US',
  active: true,
  external_id: null,
  phone: null,
  identities: [],
  details: '',
  notes: '',
  tags: [],
  user_fields: {},
  created_at: '',
  updated_at: '',
};
