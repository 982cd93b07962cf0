import type { Pool, PoolClient } from 'pg';
import { AdapterError } from '../../use-cases/ports/AdapterError';
import { askDatabase } from './askDatabase';
import { toDatabaseError } from './toDatabaseError';

/** What came of a transaction, with the last statements of it, which may still be without an answer. */
export type Sent<Value> = { value: Value; sent: Promise<unknown> };

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Fails with what `work` threw, or
 * with `AdapterError` `database_unavailable`; then it is not known whether the transaction was committed.
 */
export function inTransaction<Value>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Value>,
): Promise<Value> {
  return inPipelinedTransaction(pool, 'begin', async (client, begun) => {
    await begun;
    return { value: await work(client), sent: Promise.resolve() };
  });
}

/**
 * The same with fewer waits for the network. `work` may read before `begun` is answered, and has to await it before it
 * writes: without a transaction a write would stand at once. It may return while its last writes are under way; when one
 * of them fails, the server makes a rollback of the commit behind it, and the failure is thrown.
 */
export async function inPipelinedTransaction<Value>(
  pool: Pool,
  begin: string,
  work: (client: PoolClient, begun: Promise<unknown>) => Promise<Sent<Value>>,
): Promise<Value> {
  const client = await askDatabase(() => pool.connect());
  let isBroken = false;
  try {
    const begun = client.query(begin);
    begun.catch(() => undefined);
    const { value, sent } = await work(client, begun);
    const [, { command }] = await Promise.all([sent, client.query('commit')]);
    if (command !== 'COMMIT') throw new Error('Defect: a failed transaction was to be committed.');
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
