/** A ticket form: which fields a ticket shows, in their order (zendesk-openapi.json, TicketFormObject). */
export type SimTicketForm = {
  id: number;
  name: string;
  display_name: string;
  active: boolean;
  default: boolean;
  end_user_visible: boolean;
  position: number;
  ticket_field_ids: number[];
  created_at: string;
  updated_at: string;
};
