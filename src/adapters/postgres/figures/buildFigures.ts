import type { Pool, PoolClient } from 'pg';
import type { Figures, FiguresSource } from '../../../use-cases/ports/figures';
import type { PagedKind } from '../../../use-cases/ports/workList';
import { inTransaction } from '../inTransaction';
import { WORK_ITEMS } from '../work/workItemsSql';
import { readBillingAges } from './readBillingAges';
import { readLimits } from './readLimits';
import { readQueue } from './readQueue';
import { readVerified } from './readVerified';

/**
 * Each statement has 2 s, so that nobody who watches holds the database up. Counting a long queue is one of the few readings
 * of a whole table: it is cheaper than its index.
 */
const SETTINGS = `set transaction read only; set local statement_timeout = '2s'; set local enable_seqscan = on`;

/** What operators watch, over one connection. */
export function buildFigures(pool: Pool): FiguresSource {
  return {
    readFigures: (now) =>
      inTransaction(pool, async (client): Promise<Figures> => {
        await client.query(SETTINGS);
        return {
          queue: await readQueue(client),
          billing: await readBillingAges(client, now),
          work: await countWork(client, now),
          ...(await readLimits(client)),
          verified: await readVerified(client),
        };
      }),
  };
}

async function countWork(client: PoolClient, now: string): Promise<Figures['work']> {
  const kinds = Object.keys(WORK_ITEMS) as PagedKind[];
  const counts = kinds.map((kind) => `(select count(*) from (${WORK_ITEMS[kind]}) item) as ${kind}`);
  const { rows } = await client.query<Record<string, string>>(`select ${counts.join(', ')}`, [now]);
  return kinds.map((kind) => ({ kind, count: Number(rows[0]?.[kind] ?? 0) }));
}
