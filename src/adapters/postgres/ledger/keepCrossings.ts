import type { PoolClient } from 'pg';
import type { LowBalance } from '../../../domain/low-balance/decideLowBalance';

/** What a decision means for telling the owner of `accountId` that few credits are left. `ticketId`: where it is told. */
export type Crossing = LowBalance & { accountId: string; ticketId: string | undefined; at: string };

/**
 * Remembers thresholds that were crossed, each once for an account, and forgets those that a grant lifted it above. Of one
 * account, one after the other, in the order of the decisions; of different ones, together. All statements are sent before
 * this waits for the first.
 */
export async function keepCrossings(client: PoolClient, crossings: readonly Crossing[]): Promise<void> {
  const sent: Promise<unknown>[] = [];
  let left = [...crossings];
  while (left.length > 0) {
    const wave = takeFirsts(left);
    sent.push(forgetBelow(client, wave), keepCrossed(client, wave));
    left = left.filter((each) => !wave.includes(each));
  }
  await Promise.all(sent);
}

/** The first of each account. */
function takeFirsts(crossings: readonly Crossing[]): Crossing[] {
  const firsts = new Map<string, Crossing>();
  for (const each of crossings) if (!firsts.has(each.accountId)) firsts.set(each.accountId, each);
  return [...firsts.values()];
}

async function forgetBelow(client: PoolClient, crossings: readonly Crossing[]): Promise<void> {
  const lifted = crossings.filter(({ rearmsBelow }) => rearmsBelow !== undefined);
  if (lifted.length === 0) return;
  await client.query(
    `delete from support_credits.low_balance_crossings crossing
      using unnest($1::bigint[], $2::integer[]) as lifted (account_id, credits)
      where crossing.credit_account_id = lifted.account_id and crossing.threshold < lifted.credits`,
    [lifted.map(({ accountId }) => accountId), lifted.map(({ rearmsBelow }) => rearmsBelow)],
  );
}

async function keepCrossed(client: PoolClient, crossings: readonly Crossing[]): Promise<void> {
  const crossed = crossings.filter((each) => each.crossed !== undefined && each.ticketId !== undefined);
  if (crossed.length === 0) return;
  await client.query(
    `insert into support_credits.low_balance_crossings (credit_account_id, threshold, ticket_id, crossed_at)
     select * from unnest($1::bigint[], $2::integer[], $3::text[], $4::timestamptz[])
     on conflict (credit_account_id, threshold) do nothing`,
    [
      crossed.map(({ accountId }) => accountId),
      crossed.map((each) => each.crossed),
      crossed.map(({ ticketId }) => ticketId),
      crossed.map(({ at }) => at),
    ],
  );
}
