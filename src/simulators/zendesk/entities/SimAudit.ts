import type { Via } from './Via';

/** One event of an audit (zendesk.md 8.4); `via` stands on events that a trigger made. */
export type SimAuditEvent =
  | { id: number; type: 'Create'; field_name: string; value: AuditValue; via?: Via }
  | {
      id: number;
      type: 'Change';
      field_name: string;
      value: AuditValue;
      previous_value: AuditValue;
      via?: Via;
    }
  | {
      id: number;
      type: 'Comment';
      author_id: number;
      body: string;
      html_body: string;
      plain_body: string;
      public: boolean;
      attachments: never[];
    }
  | { id: number; type: 'Notification'; subject: string; body: string; recipients: number[]; via: Via };

/** Ids stand as text, tags as a list, an empty field as null. */
export type AuditValue = string | string[] | null;

/** Everything one update did to a ticket, its triggers included. */
export type SimAudit = {
  id: number;
  ticket_id: number;
  author_id: number;
  created_at: string;
  via: Via;
  metadata: { system: Record<string, string>; custom: Record<string, string> };
  events: SimAuditEvent[];
};
