import type { Restriction } from './Restriction';
import type { TriggerAction } from './SimTrigger';

/** A macro: what an agent does to a ticket with one click (zendesk-openapi.json, MacroObject). */
export type SimMacro = {
  id: number;
  title: string;
  description: string | null;
  active: boolean;
  position: number;
  actions: TriggerAction[];
  /** Who may use it; null for every agent. */
  restriction: Restriction | null;
  created_at: string;
  updated_at: string;
};
