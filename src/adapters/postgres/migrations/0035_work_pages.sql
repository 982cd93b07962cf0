-- Why: admins page through what there is to look at, oldest first; what was refused lately is found without the answers of
-- all times.
create index ticket_commands_refused on support_credits.ticket_commands (answered_at) where outcome = 'refused';
