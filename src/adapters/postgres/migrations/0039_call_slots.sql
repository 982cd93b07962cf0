-- Why: what an outside system can bear at once it bears of all replicas together. Who wants to call stands in one line; the first
-- ones in it may. A replica that dies leaves places that nobody keeps, and they lapse.
-- Unlogged: these rows live for seconds, and after a crash of the server no call is under way that they could be about.

create unlogged table support_credits.call_lines (
  name text primary key,
  -- The last number given out. Its row is locked until a place is written, so a smaller number is never seen after a greater one.
  last_number bigint not null
);

create unlogged table support_credits.call_places (
  name text not null,
  number bigint not null,
  kept_until timestamptz not null,
  primary key (name, number)
);
