export type SimFieldOption = { id: number; name: string; value: string; position: number };

/** A custom ticket field (zendesk-openapi.json, TicketFieldObject). */
export type SimTicketField = {
  id: number;
  type: string;
  title: string;
  title_in_portal: string;
  description: string;
  agent_description: string;
  active: boolean;
  required: boolean;
  visible_in_portal: boolean;
  editable_in_portal: boolean;
  required_in_portal: boolean;
  /** Of `regexp` fields: the pattern that a value has to match; null otherwise. */
  regexp_for_validation: string | null;
  position: number;
  /** Of dropdowns (`tagger`, `multiselect`); empty otherwise. */
  custom_field_options: SimFieldOption[];
  /** The app that made the field, null when none did. */
  creator_app_name: string | null;
  created_at: string;
  updated_at: string;
};
