import { Client } from 'pg';

/**
 * The bridge paces itself by real minutes: so many updates in one, a requester once in one. A run lives days in minutes, so
 * like the limits of the simulated Zendesk these are lifted, in the run's own database: places are always free, and a
 * requester was always written long ago. What the bridge does when it is told to wait stays: the run has such faults.
 */
export async function liftPaces(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      create function lift_pace() returns trigger language plpgsql as $$
      begin
        new.taken_until := clock_timestamp() - interval '1 day';
        return new;
      end $$;
      create trigger lift_pace before insert or update on support_credits.request_paces
        for each row execute function lift_pace();
      create function lift_pause_of_requester() returns trigger language plpgsql as $$
      begin
        new.shown_at := new.shown_at - interval '1 day';
        return new;
      end $$;
      create trigger lift_pause_of_requester before insert or update on support_credits.shown_requesters
        for each row when (new.shown_at is not null) execute function lift_pause_of_requester()`);
  } finally {
    await client.end();
  }
}
