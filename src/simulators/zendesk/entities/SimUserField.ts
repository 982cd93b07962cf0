import type { SimFieldOption } from './SimTicketField';

export type SimUserField = {
  id: number;
  key: string;
  type: string;
  title: string;
  description: string;
  active: boolean;
  position: number;
  custom_field_options: SimFieldOption[];
  created_at: string;
  updated_at: string;
};
