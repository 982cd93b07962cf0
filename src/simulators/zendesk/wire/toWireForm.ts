import type { SimTicketForm } from '../entities/SimTicketForm';

export function toWireForm(form: SimTicketForm, baseUrl: string): Record<string, unknown> {
  return {
    url: `${baseUrl}/api/v2/ticket_forms/${String(form.id)}.json`,
    ...form,
    raw_name: form.name,
    raw_display_name: form.display_name,
    in_all_brands: true,
    restricted_brand_ids: [],
    agent_conditions: [],
    end_user_conditions: [],
  };
}
