import { buildRequestLimits } from '../../../src/adapters/postgres/buildRequestLimits';
import type { RequestLimits } from '../../../src/use-cases/ports/requestLimits';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

let opened: Awaited<ReturnType<typeof openTestLedger>>;
/** Two replicas on one database. */
let one: RequestLimits;
let other: RequestLimits;

beforeEach(async () => {
  opened = await openTestLedger();
  [one, other] = [buildRequestLimits(opened.pool), buildRequestLimits(opened.pool)];
});
afterEach(() => opened.close());

/** Slow enough that no place comes while a test runs. */
const PACE = { name: 'test', perMinute: 1, burst: 3 };

describe('pauses', () => {
  it('that one replica was asked for hold for the other, by scope', async () => {
    expect((await other.readPauses()).size).toBe(0);
    await one.notePause('account', 60_000);
    const pauses = await other.readPauses();
    expect([...pauses.keys()]).toEqual(['account']);
    expect(pauses.get('account')).toBeGreaterThan(30_000);
    expect(pauses.get('account')).toBeLessThanOrEqual(60_000);
  });

  it('are not shortened by a later, shorter one, and end', async () => {
    await one.notePause('account', 600_000);
    await other.notePause('account', 1_000);
    expect((await one.readPauses()).get('account')).toBeGreaterThan(300_000);
    await one.notePause('exports', -1);
    expect((await other.readPauses()).has('exports')).toBe(false);
  });
});

describe('places', () => {
  it('of a burst come at once, those behind it at the pace, however many replicas take them', async () => {
    const replicas = [one, other, one, other];
    const taken = await Promise.all(replicas.map((replica) => replica.takePlace(PACE, 0)));
    expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(3);
    const refused = taken.find(({ isTaken }) => !isTaken);
    expect(refused?.waitMs).toBeGreaterThan(30_000);
    expect(refused?.waitMs).toBeLessThanOrEqual(60_000);
  });

  it('are taken ahead by who can wait so long, one behind the other', async () => {
    const waits: number[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { isTaken, waitMs } = await one.takePlace(PACE, 180_000);
      expect(isTaken).toBe(true);
      waits.push(Math.ceil(waitMs / 60_000));
    }
    expect(waits).toEqual([0, 0, 0, 1, 2]);
    expect(await other.takePlace(PACE, 60_000)).toMatchObject({ isTaken: false });
  });

  it('of one pace have nothing to do with those of another', async () => {
    for (let count = 0; count < 3; count += 1) await one.takePlace(PACE, 0);
    expect(await one.takePlace({ ...PACE, name: 'another' }, 0)).toEqual({ isTaken: true, waitMs: 0 });
  });
});
