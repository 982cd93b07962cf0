import { Pool } from 'pg';
import { buildWorkQueue } from '../../../../src/adapters/postgres/worker/buildWorkQueue';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';

let pool: Pool;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
});
afterEach(async () => {
  jest.restoreAllMocks();
  await close();
});

async function readQueuedTickets(): Promise<string[]> {
  const { rows } = await pool.query<{ ticket: string }>(
    `select payload ->> 'ticketId' as ticket from graphile_worker._private_jobs order by id`,
  );
  return rows.map(({ ticket }) => ticket);
}

describe('looks that events ask for', () => {
  it('are all queued, once for each ticket, and share statements when they come together', async () => {
    const sent = jest.spyOn(pool, 'query');
    const queue = buildWorkQueue(pool);
    const asked = Array.from({ length: 600 }, (_, index) => String(1 + (index % 150)));
    await Promise.all(asked.map((ticketId) => queue.queueReconcile(ticketId)));
    expect(sent.mock.calls.length).toBeLessThanOrEqual(4);
    const queued = await readQueuedTickets();
    expect(new Set(queued)).toEqual(new Set(asked));
    expect(queued).toHaveLength(150);
  });

  it('are durable when they are answered, one alone too', async () => {
    const queue = buildWorkQueue(pool);
    await queue.queueReconcile('7');
    expect(await readQueuedTickets()).toEqual(['7']);
    await queue.queueReconcile('8');
    expect(await readQueuedTickets()).toEqual(['7', '8']);
  });

  it('fail each with the code of the queue when the database is away, without asking it for one by one', async () => {
    const away = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:9/nowhere' });
    const sent = jest.spyOn(away, 'query');
    const queue = buildWorkQueue(away);
    const asked = Array.from({ length: 50 }, (_, index) => queue.queueReconcile(String(index + 1)));
    for (const outcome of await Promise.allSettled(asked)) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'queue_unavailable', retry: true },
      });
    }
    expect(sent).toHaveBeenCalledTimes(1);
    await away.end();
  });
});
