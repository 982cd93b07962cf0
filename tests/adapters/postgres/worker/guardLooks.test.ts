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
});
