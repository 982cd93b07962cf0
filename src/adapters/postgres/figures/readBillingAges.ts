import type { PoolClient } from 'pg';
import type { BillingAges } from '../../../use-cases/ports/figures';

/** How old the newest and the oldest reading are; a time that is ahead of `now` is of age 0. */
export async function readBillingAges(client: PoolClient, now: string): Promise<BillingAges | undefined> {
  const { rows } = await client.query<{ newest: Date | null; oldest: Date | null }>(
    'select max(read_at) as newest, min(read_at) as oldest from support_credits.billing_facts',
  );
  const { newest, oldest } = rows[0] ?? { newest: null, oldest: null };
  if (newest === null || oldest === null) return undefined;
  const toSeconds = (at: Date) => Math.max(0, (Date.parse(now) - at.getTime()) / 1_000);
  return { newestSeconds: toSeconds(newest), oldestSeconds: toSeconds(oldest) };
}
