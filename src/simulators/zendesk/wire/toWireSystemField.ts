import type { SystemField } from '../forms/systemFields';
import { TICKET_PRIORITIES, TICKET_STATUSES, TICKET_TYPES } from '../entities/SimTicket';

/** The values that a system field offers, where it offers any. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  status: TICKET_STATUSES,
  tickettype: TICKET_TYPES,
  priority: TICKET_PRIORITIES,
};
/** Before every account's own fields. */
const SINCE = '2009-07-20T22:55:29Z';

/** A field that every account has; it cannot be removed. */
export function toWireSystemField(field: SystemField, baseUrl: string): Record<string, unknown> {
  const options = OPTIONS[field.type];
  return {
    url: `${baseUrl}/api/v2/ticket_fields/${String(field.id)}.json`,
    ...field,
    raw_title: field.title,
    title_in_portal: field.title,
    raw_title_in_portal: field.title,
    description: '',
    raw_description: '',
    active: true,
    required: field.type === 'subject' || field.type === 'description',
    required_in_portal: field.type === 'subject' || field.type === 'description',
    visible_in_portal: field.type === 'subject' || field.type === 'description',
    editable_in_portal: field.type === 'subject' || field.type === 'description',
    collapsed_for_agents: false,
    position: 0,
    regexp_for_validation: null,
    tag: null,
    removable: false,
    agent_can_edit: true,
    created_at: SINCE,
    updated_at: SINCE,
    ...(options && {
      system_field_options: options.map((value) => ({
        name: value.charAt(0).toUpperCase() + value.slice(1),
        value,
      })),
    }),
  };
}
