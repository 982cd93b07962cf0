-- Why: the commit is sent right behind the statement that writes a batch, so that statement itself has to fail when it
-- finds fault with what it did.

-- Fails the statement that calls it.
create function support_credits.refuse(reason text) returns void language plpgsql as $$
begin
  raise exception '%', reason using errcode = 'restrict_violation';
end $$;
