/** What triggers and macros alike may do to a ticket, besides setting a custom field (zendesk.md 6.3). */
const TICKET_ACTIONS = [
  'current_tags',
  'remove_tags',
  'set_tags',
  'status',
  'type',
  'priority',
  'assignee_id',
  'group_id',
  'subject',
] as const;

export const TRIGGER_ACTIONS: readonly string[] = [
  ...TICKET_ACTIONS,
  'notification_webhook',
  'notification_user',
];

/** Comments are for macros only (zendesk.md 6.3, inferred for triggers). */
export const MACRO_ACTIONS: readonly string[] = [
  ...TICKET_ACTIONS,
  'comment_value',
  'comment_value_html',
  'comment_mode_is_public',
];

/** What an action is called where actions are listed for people. */
export const ACTION_TITLES: Readonly<Record<string, string>> = {
  current_tags: 'Add tags',
  remove_tags: 'Remove tags',
  set_tags: 'Set tags',
  status: 'Status',
  type: 'Type',
  priority: 'Priority',
  assignee_id: 'Assignee',
  group_id: 'Group',
  subject: 'Set subject',
  notification_webhook: 'Notify active webhook',
  notification_user: 'Email user',
};
