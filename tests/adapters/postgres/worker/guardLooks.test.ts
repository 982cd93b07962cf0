import { Pool } from 'pg';
import { guardLooks } from '../../../../src/adapters/postgres/worker/guardLooks';
import { keepPresence } from '../../../../src/adapters/postgres/worker/keepPresence';

let pool: Pool;

beforeEach(() => {
  // Nothing listens on port 1: the database is away.
  pool = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nowhere' });
});
afterEach(() => pool.end());

function buildLooks() {
  const looks = guardLooks(keepPresence(pool));
  looks.events.emit('pool:create', { workerPool: { id: 'pool-1' } } as never);
  return looks;
}

describe('guardLooks', () => {
  it('lets nobody look for a job while the presence cannot be held', async () => {
    await expect(buildLooks().forbiddenFlags()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('lets the last looks of an ending worker pass, so that it ends without a failure', async () => {
    const { events, forbiddenFlags } = buildLooks();
    const begunBefore = forbiddenFlags();
    events.emit('pool:gracefulShutdown', {} as never);
    await expect(begunBefore).resolves.toBeNull();
    events.emit('worker:getJob:empty', {} as never);
    await expect(forbiddenFlags()).resolves.toBeNull();
  });

  it('lets the next look begin when the one before it failed', async () => {
    const { events, forbiddenFlags } = buildLooks();
    const [first, second] = [forbiddenFlags(), forbiddenFlags()];
    await expect(first).rejects.toThrow();
    events.emit('worker:getJob:error', {} as never);
    await expect(second).rejects.toThrow();
  });

  it('wakes one more worker when a job was found, but none when the worker ends', () => {
    const { events } = buildLooks();
    const nudges: number[] = [];
    const found = { worker: { workerPool: { nudge: (count: number) => void nudges.push(count) } } } as never;
    events.emit('job:start', found);
    events.emit('pool:gracefulShutdown', {} as never);
    events.emit('job:start', found);
    expect(nudges).toEqual([1]);
  });
});
