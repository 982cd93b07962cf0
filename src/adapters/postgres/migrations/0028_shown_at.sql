-- Why: agents ask when the client was told that a ticket is held or was debited: Zendesk's triggers tell it when the ticket
-- is made to say so.
alter table support_credits.ticket_states add column shown_at timestamptz;
