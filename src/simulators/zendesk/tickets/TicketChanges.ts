import type { FieldValue } from '../entities/FieldValue';
import type { TicketPriority, TicketStatus, TicketType } from '../entities/SimTicket';

/** A comment that is about to be added; `authorId` is the writer, which need not be who makes the update. */
export type NewComment = { body: string; public: boolean; authorId: number };

/** What an update asks for: absent keys stay as they are, null empties. */
export type TicketChanges = {
  subject?: string;
  status?: TicketStatus;
  type?: TicketType | null;
  priority?: TicketPriority | null;
  requester_id?: number;
  assignee_id?: number | null;
  group_id?: number | null;
  organization_id?: number | null;
  problem_id?: number | null;
  external_id?: string | null;
  /** Replaces the list. */
  tags?: string[];
  /** Only the fields named change. */
  customFields?: { id: number; value: FieldValue }[];
  comment?: NewComment;
};
