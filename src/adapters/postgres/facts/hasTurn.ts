import type { PoolClient } from 'pg';

/**
 * Whether the turn at reading the account has not passed to others. Asked under the lock of the credit account it orders
 * bookings: who takes over from here on books later.
 */
export async function hasTurn(
  client: PoolClient,
  billingAccountId: string,
  turnId: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'has_turn',
    text: 'select from support_credits.billing_facts where billing_account_id = $1 and lease_id = $2',
    values: [billingAccountId, turnId],
  });
  return rowCount === 1;
}
