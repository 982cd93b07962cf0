import type { Pool } from 'pg';
import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { buildWorkQueue } from '../../../src/adapters/postgres/worker/buildWorkQueue';
import type { SweepMemory } from '../../../src/use-cases/ports/sweepMemory';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

const NOON = '2026-11-22T12:00:00.000Z';
const OPTIONS = { marginMs: 300_000, now: NOON };

let pool: Pool;
let close: () => Promise<void>;
let memory: SweepMemory;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  memory = buildSweepMemory(pool);
});
afterEach(() => close());

const toTicket = (id: string) => ({
  id,
  line: 'tech' as const,
  creditState: undefined,
  isDeleted: false,
  isOpen: true,
  changedAt: NOON,
});

describe('the memory of sweeps', () => {
  it('gives all replicas the same beginning, whoever asks first', async () => {
    const asked = ['10:00', '11:00', '09:00'].map((time) =>
      buildSweepMemory(pool).readPosition(`2026-11-22T${time}:00.000Z`),
    );
    const positions = await Promise.all(asked);
    expect(new Set(positions.map((position) => JSON.stringify(position))).size).toBe(1);
    expect(await memory.readPosition(NOON)).toEqual(positions[0]);
  });

  it('lets one of two sweeps move on from a position', async () => {
    const from = await memory.readPosition(NOON);
    expect(await memory.movePosition(from, { cursor: 'a' }, NOON)).toBe(true);
    expect(await memory.movePosition(from, { cursor: 'b' }, NOON)).toBe(false);
    expect(await memory.readPosition(NOON)).toEqual({ cursor: 'a' });
    const moves = ['c', 'd'].map((cursor) => memory.movePosition({ cursor: 'a' }, { cursor }, NOON));
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1);
  });

  it('stays where it is after a page without a cursor', async () => {
    const from = await memory.readPosition(NOON);
    expect(await memory.movePosition(from, from, NOON)).toBe(true);
    expect(await memory.readPosition(NOON)).toEqual(from);
  });

  it('leaves the urgent look of an event urgent', async () => {
    await buildWorkQueue(pool).queueReconcile('1');
    expect(await memory.queueLooks([toTicket('1'), toTicket('2'), toTicket('2')], OPTIONS)).toEqual({
      queued: 1,
    });
    const { rows } = await pool.query('select key, priority from graphile_worker.jobs order by key');
    expect(rows).toEqual([
      { key: 'reconcile_ticket:1', priority: 0 },
      { key: 'reconcile_ticket:2', priority: 10 },
    ]);
  });

  it('takes two sweeps over the same tickets at once', async () => {
    const tickets = Array.from({ length: 100 }, (_, index) => toTicket(String(index)));
    await Promise.all([
      memory.queueLooks(tickets, OPTIONS),
      buildSweepMemory(pool).queueLooks([...tickets].reverse(), OPTIONS),
    ]);
    expect((await pool.query('select 1 from graphile_worker.jobs')).rowCount).toBe(100);
    expect(await memory.readUnexplained('2026-11-22T12:00:00.001Z')).toMatchObject({ count: 100 });
  });

  it('has nothing to queue for an empty page', async () => {
    expect(await memory.queueLooks([], OPTIONS)).toEqual({ queued: 0 });
  });
});
