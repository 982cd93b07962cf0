import type { Pool, PoolClient } from 'pg';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { askDatabase } from './askDatabase';
import { toDatabaseError } from './toDatabaseError';

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Fails with what `work` threw, or
 * with `AdapterError` `database_unavailable`; then it is not known whether the transaction was committed.
 */
export async function inTransaction<Value>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  const client = await askDatabase(() => pool.connect());
  let isBroken = false;
  try {
    await client.query('begin');
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    const named = toDatabaseError(error);
    isBroken = named instanceof AdapterError && named.code === 'database_unavailable';
    // A connection that cannot even roll back is thrown away, not given to the next caller; nor is a dead one asked to.
    if (!isBroken) isBroken = !(await canRollBack(client));
    throw named;
  } finally {
    client.release(isBroken);
  }
}

async function canRollBack(client: PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}
