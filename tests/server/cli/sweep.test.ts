import type { Pool } from 'pg';
import { buildSweepMemory } from '../../../src/adapters/postgres/buildSweepMemory';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';
import { FakeChangedTickets } from '../../use-cases/fakeChangedTickets';
import { buildRecordingLogger } from '../recordingLogger';
import { runLine } from './runLine';

const NOW = '2026-11-22T12:00:00.000Z';

let pool: Pool;
let close: () => Promise<void>;
let changedTickets: FakeChangedTickets;

beforeEach(async () => {
  ({ pool, close } = await openTestLedger());
  changedTickets = new FakeChangedTickets();
  for (const id of ['1', '2', '3']) changedTickets.change(id, `2026-11-22T0${id}:30:00.000Z`);
  changedTickets.change('4', '2026-11-22T11:30:00.000Z');
});
afterEach(() => close());

/** Runs a command line at noon. */
async function run(line: string, { isWatched = false, now = NOW } = {}) {
  const waitedMs: number[] = [];
  const openSweep = async () => ({
    changedTickets,
    sweepMemory: buildSweepMemory(pool),
    clock: { now: () => new Date(now) },
    logger: buildRecordingLogger().logger,
    wait: async (ms: number) => void waitedMs.push(ms),
    openRestore: () => Promise.reject(new Error('a sweep alone needs no billing')),
  });
  return { ...(await runLine(line, { openSweep }, { isWatched })), waitedMs };
}

describe('support-credits sweep', () => {
  it('sweeps to the newest change and reports what it did', async () => {
    expect(await run('sweep')).toEqual({
      code: 0,
      out:
        'Pages swept: 1; changed tickets seen: 1; looks queued: 1.\n' +
        'No ticket of technical support is unexplained.\n',
      err: '',
      waitedMs: [],
    });
    expect((await run('sweep')).out).toContain('changed tickets seen: 0');
  });

  it('starts at a given time, and may do so again', async () => {
    const whole = 'Pages swept: 2; changed tickets seen: 4; looks queued: 4.';
    expect((await run('sweep --from 2026-11-22T00:00:00Z')).out).toContain(whole);
    expect((await run('sweep --from 2026-11-22T03:00:00Z')).out).toContain(
      'changed tickets seen: 2; looks queued: 0',
    );
  });

  it('shows on a terminal how far it came', async () => {
    const { err } = await run('sweep --from 2026-11-22T00:00:00Z', { isWatched: true });
    expect(err).toContain('9 %  until 2026-11-22T02:30Z, 2 tickets, 2 looks');
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  it('waits as long as it is told and says so', async () => {
    changedTickets.busyFor = 1;
    const { code, err, waitedMs } = await run('sweep');
    expect([code, waitedMs]).toEqual([0, [60_000]]);
    expect(err).toBe('Zendesk asks to wait 60 s: it gives ten pages a minute.\n');
  });

  it('ends with 1 when Zendesk never lets it come to the end', async () => {
    changedTickets.busyFor = Infinity;
    const { code, err } = await run('sweep');
    expect(code).toBe(1);
    expect(err).toContain('The newest change was not reached');
  });

  it('names the tickets that nothing accounts for', async () => {
    await run('sweep --from 2026-11-22T00:00:00Z');
    const { code, out } = await run('sweep', { now: '2026-11-22T12:15:00.001Z' });
    expect(code).toBe(0);
    expect(out).toContain('Unexplained tickets of technical support: 4 (1, 2, 3, 4).');
  });

  it.each(['sweep --from yesterday', 'sweep --from 2026-11-22T11:59:30Z', 'sweep --since 2020'])(
    'refuses «%s»',
    async (line) => {
      const { code, out } = await run(line);
      expect([code, out]).toEqual([2, '']);
      expect(changedTickets.asked).toEqual([]);
    },
  );
});
