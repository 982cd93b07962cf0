import type { PoolClient } from 'pg';

/** True when this very asking was answered before. */
export async function isCommandAnswered(client: PoolClient, commandId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from support_credits.ticket_commands where command_id = $1',
    [commandId],
  );
  return rowCount === 1;
}
