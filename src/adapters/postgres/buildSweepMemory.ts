import type { Pool } from 'pg';
import type { SweepMemory } from '../../use-cases/ports/sweepMemory';
import { inTransaction } from './inTransaction';
import { noteSweepEnd } from './sweep/noteSweepEnd';
import { queueSweptLooks } from './sweep/queueSweptLooks';
import { readUnexplained } from './sweep/readUnexplained';
import { movePosition, readPosition } from './sweep/sweepPosition';
import { withDatabaseErrors } from './withDatabaseErrors';

/** How far the sweeps came, and what they found, kept in Postgres for all replicas. */
export function buildSweepMemory(pool: Pool): SweepMemory {
  return withDatabaseErrors<SweepMemory>({
    readPosition: (startAt) => readPosition(pool, startAt),
    movePosition: (from, to, now) => movePosition(pool, { from, to, now }),
    queueLooks: (tickets, options) =>
      inTransaction(pool, (client) => queueSweptLooks(client, tickets, options)),
    noteEnd: (endedAt, reachedAt) => noteSweepEnd(pool, endedAt, reachedAt),
    readUnexplained: (seenBefore) => readUnexplained(pool, seenBefore),
  });
}
