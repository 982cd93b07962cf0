/** `GET /api/v2/users/5` of a scripted account. */
export const USER = { user: { id: 5, name: 'Ann', email: 'a@b.test', verified: true, role: 'end-user' } };

/** `GET /api/v2/users/5/identities` of a scripted account, where the address is not the only one. */
export const IDENTITIES = {
  identities: [
    { id: 51, user_id: 5, type: 'phone_number', value: '+4930123456', verified: true },
    { id: 52, user_id: 5, type: 'email', value: 'other@b.test', verified: true },
    { id: 53, user_id: 5, type: 'email', value: 'A@b.test', verified: true },
  ],
};

/** `GET /api/v2/tickets/7` of a scripted account. */
export const TICKET = {
  ticket: {
    id: 7,
    requester_id: 5,
    status: 'open',
    created_at: '2026-11-22T09:00:00Z',
    updated_at: '2026-11-22T10:00:00Z',
    custom_fields: [],
  },
};

const toField = (id: number, title: string, ...values: string[]) => ({
  id,
  type: 'tagger',
  title,
  custom_field_options: values.map((value) => ({ name: value, value })),
});

/** `GET /api/v2/ticket_fields` of a scripted account that has our three fields. */
export const FIELDS = {
  ticket_fields: [
    toField(11, 'Support line', 'sales', 'tech'),
    toField(12, 'Credit', 'credit_debited'),
    toField(13, 'Credit action', 'credit_action_recheck'),
  ],
};
