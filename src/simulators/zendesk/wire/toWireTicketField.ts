import type { SimTicketField } from '../entities/SimTicketField';

/** Options are shown for dropdowns only, and the app's name only when an app made the field (zendesk.md 4). */
export function toWireTicketField(field: SimTicketField, baseUrl: string): Record<string, unknown> {
  const { custom_field_options: options, creator_app_name: appName, ...plain } = field;
  const isDropdown = field.type === 'tagger' || field.type === 'multiselect';
  return {
    url: `${baseUrl}/api/v2/ticket_fields/${String(field.id)}.json`,
    ...plain,
    raw_title: field.title,
    raw_description: field.description,
    raw_title_in_portal: field.title_in_portal,
    collapsed_for_agents: false,
    tag: null,
    removable: true,
    agent_can_edit: true,
    ...(appName !== null && { creator_app_name: appName, creator_user_id: -1 }),
    ...(isDropdown && {
      custom_field_options: options.map((option) => ({ ...option, raw_name: option.name })),
    }),
  };
}
