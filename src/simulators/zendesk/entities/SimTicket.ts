import type { FieldValue } from './FieldValue';
import type { Via } from './Via';

/** In the order in which `less_than` and `greater_than` compare them. */
export const TICKET_STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];
export const TICKET_TYPES = ['question', 'incident', 'problem', 'task'] as const;
export type TicketType = (typeof TICKET_TYPES)[number];
/** In the order in which `less_than` and `greater_than` compare them. */
export const TICKET_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** A ticket; names are those of the wire (zendesk-openapi.json, TicketObject). */
export type SimTicket = {
  id: number;
  subject: string;
  /** The first comment. */
  description: string;
  status: TicketStatus;
  type: TicketType | null;
  priority: TicketPriority | null;
  requester_id: number;
  submitter_id: number;
  assignee_id: number | null;
  group_id: number | null;
  organization_id: number | null;
  problem_id: number | null;
  external_id: string | null;
  /** Lower case, sorted, none twice; holds the values of the dropdown fields too. */
  tags: string[];
  /** By id of the ticket field, as text; fields that were never set are absent. */
  custom_fields: Record<string, FieldValue>;
  via: Via;
  via_id: number;
  is_public: boolean;
  /** ISO times of whole seconds, as Zendesk writes them. */
  created_at: string;
  updated_at: string;
  /** Epoch seconds of the last change, the clock of the incremental export. */
  generated_timestamp: number;
  deleted: boolean;
  /** How it was deleted; `isPermanent` means that its contents are gone as well. Absent while it is not. */
  deletion?: { at: string; actor_id: number; isPermanent: boolean };
  /** The closed ticket that this one goes on with; absent when it is no follow-up. */
  followup_source_id?: number;
};
