import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { repeat } from '../worker/repeat';

/** How long a lease lasts without renewal, how long others wait for it, and how often they look. */
export type TurnTimes = { leaseMs: number; waitMs: number; pollMs: number };

/** One reading of one account; `now` (ISO 8601) is kept as the time of asking. */
export type Turn<Value> = { billingAccountId: string; now: string; work: (turnId: string) => Promise<Value> };

/**
 * Runs `work` under the account's lease, so that it is read once at a time over all replicas. The lease is a row, not a
 * lock: it holds no connection, is renewed while `work` runs, and ends by itself when the replica dies. Undefined when
 * others had it for all of `waitMs`.
 */
export async function inTurn<Value>(
  pool: Pool,
  times: TurnTimes,
  { billingAccountId, now, work }: Turn<Value>,
): Promise<{ value: Value } | undefined> {
  const leaseId = await waitForLease(pool, times, billingAccountId, now);
  if (leaseId === undefined) return undefined;
  // A renewal that fails is made up for by the next; should all fail, another replica takes over, and what this one has
  // read is not written any more.
  const renew = () => pool.query(toRenewal(times, leaseId, billingAccountId)).then(ignore, ignore);
  const renewing = repeat(renew, times.leaseMs / 3);
  try {
    return { value: await work(leaseId) };
  } finally {
    await renewing.stop();
    // When it cannot be given back, it ends by itself.
    await pool.query(GIVE_BACK, [leaseId, billingAccountId]).catch(ignore);
  }
}

function ignore(): void {}

async function waitForLease(
  pool: Pool,
  { leaseMs, waitMs, pollMs }: TurnTimes,
  billingAccountId: string,
  now: string,
): Promise<string | undefined> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const { rows } = await pool.query<{ lease_id: string }>(TAKE, [billingAccountId, now, leaseMs]);
    if (rows[0] !== undefined) return rows[0].lease_id;
    if (performance.now() >= deadline) return undefined;
    await pause(pollMs);
  }
}

const TAKE = `
insert into support_credits.billing_facts (billing_account_id, is_reachable, asked_at, lease_id, leased_until)
values ($1, true, $2, gen_random_uuid(), clock_timestamp() + $3 * interval '1 millisecond')
on conflict (billing_account_id) do update
  set asked_at = excluded.asked_at, lease_id = excluded.lease_id, leased_until = excluded.leased_until
where billing_facts.leased_until is null or billing_facts.leased_until < clock_timestamp()
returning lease_id`;

/** A renewal without an answer gives way to the next one well before the lease ends. */
function toRenewal({ leaseMs }: TurnTimes, leaseId: string, billingAccountId: string) {
  return { text: RENEW, values: [leaseId, leaseMs, billingAccountId], query_timeout: leaseMs / 5 };
}

const RENEW = `
update support_credits.billing_facts set leased_until = clock_timestamp() + $2 * interval '1 millisecond'
 where lease_id = $1 and billing_account_id = $3`;

const GIVE_BACK = `
update support_credits.billing_facts set lease_id = null, leased_until = null
 where lease_id = $1 and billing_account_id = $2`;
