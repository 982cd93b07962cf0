import type { Restriction } from './Restriction';
import type { SimTrigger } from './SimTrigger';

/** How a view lists its tickets: columns, grouping and order by names of columns. */
export type ViewOutput = {
  columns: string[];
  group_by: string | null;
  group_order: 'asc' | 'desc';
  sort_by: string | null;
  sort_order: 'asc' | 'desc';
};

/** A view: the tickets for which its conditions hold (zendesk-openapi.json, ViewObject). */
export type SimView = {
  id: number;
  title: string;
  description: string;
  active: boolean;
  position: number;
  conditions: SimTrigger['conditions'];
  output: ViewOutput;
  restriction: Restriction | null;
  created_at: string;
  updated_at: string;
};
