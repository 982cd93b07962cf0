import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { buildCallSlots } from '../../../src/adapters/postgres/buildCallSlots';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import type { CallSlots } from '../../../src/use-cases/ports/callSlots';
import { openTestLedger } from '../../helpers/database/ledgerOnTest';

/** Short, and yet longer than a busy machine stands still. */
const TIMES = { keptMs: 1_000, pollMs: 5 };
const logger = { info: () => undefined, warn: jest.fn(), error: () => undefined };
const never = () => false;

let opened: Awaited<ReturnType<typeof openTestLedger>>;
let otherPool: Pool;
/** Two replicas on one database. */
let one: CallSlots;
let other: CallSlots;

beforeAll(async () => {
  opened = await openTestLedger();
  otherPool = buildPool({ connectionString: opened.url, logger });
  one = buildCallSlots(opened.pool, logger, TIMES);
  other = buildCallSlots(otherPool, logger, TIMES);
});
beforeEach(() => opened.pool.query('truncate support_credits.call_places'));
afterAll(async () => {
  await otherPool.end();
  await opened.close();
});

/** A call that lasts until `end` is called. */
function startCall(slots: CallSlots, count: number, isOver = never) {
  let end: () => void = () => undefined;
  const lasts = new Promise<void>((resolve) => (end = resolve));
  let hasBegun = false;
  const held = slots.hold('panel', count, isOver, async () => {
    hasBegun = true;
    await lasts;
    return 'answered';
  });
  return { held, end, hasBegun: () => hasBegun };
}

async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isReached())) await pause(5);
}

async function countPlaces(): Promise<number> {
  const { rows } = await opened.pool.query('select from support_credits.call_places');
  return rows.length;
}

it('lets no more than so many calls of both replicas be under way, and every one at last', async () => {
  let [underWay, most] = [0, 0];
  const call = async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await pause(3);
    underWay -= 1;
  };
  const calls = Array.from({ length: 30 }, (_, nth) =>
    (nth % 2 === 0 ? one : other).hold('panel', 2, never, call),
  );
  const held = await Promise.all(calls);
  expect(held.filter((each) => each !== undefined)).toHaveLength(30);
  expect(most).toBe(2);
  expect(await countPlaces()).toBe(0);
});

it('lets them in in the order of their coming, whichever replica has the slot', async () => {
  const first = startCall(one, 1);
  await until(first.hasBegun);
  const second = startCall(other, 1);
  await until(async () => (await countPlaces()) === 2);
  const third = startCall(one, 1);
  await until(async () => (await countPlaces()) === 3);
  first.end();
  await until(second.hasBegun);
  expect(third.hasBegun()).toBe(false);
  second.end();
  await until(third.hasBegun);
  third.end();
  expect(await third.held).toEqual({ value: 'answered' });
});

it('keeps the slot of a call that lasts longer than a place does', async () => {
  const long = startCall(one, 1);
  await until(long.hasBegun);
  const waiting = startCall(other, 1);
  await pause(2.2 * TIMES.keptMs);
  expect(waiting.hasBegun()).toBe(false);
  long.end();
  await until(waiting.hasBegun);
  waiting.end();
  await waiting.held;
});

it('takes the slot from a replica that has died', async () => {
  await opened.pool.query(
    `insert into support_credits.call_places (name, number, kept_until)
     values ('panel', 0, clock_timestamp() + interval '300 ms')`,
  );
  const waiting = startCall(other, 1);
  await until(waiting.hasBegun);
  waiting.end();
  await waiting.held;
  const { rows } = await opened.pool.query(
    'select 1 from support_credits.call_places where kept_until > clock_timestamp()',
  );
  expect(rows).toEqual([]);
});

it('goes on behind the others when its own place has lapsed', async () => {
  const first = startCall(one, 1);
  await until(first.hasBegun);
  const waiting = startCall(other, 1);
  await until(async () => (await countPlaces()) === 2);
  await opened.pool.query(
    'delete from support_credits.call_places where number = (select max(number) from support_credits.call_places)',
  );
  await until(async () => (await countPlaces()) === 2);
  first.end();
  await until(waiting.hasBegun);
  waiting.end();
  expect(await waiting.held).toEqual({ value: 'answered' });
});

it('leaves the line when nobody wants the call any more', async () => {
  const first = startCall(one, 1);
  await until(first.hasBegun);
  let isOver = false;
  const waiting = startCall(other, 1, () => isOver);
  await until(async () => (await countPlaces()) === 2);
  isOver = true;
  expect(await waiting.held).toBeUndefined();
  expect(await countPlaces()).toBe(1);
  first.end();
  await first.held;
});

it('gives the slot back when the call fails, whose failure is told', async () => {
  const failing = one.hold('panel', 1, never, () => Promise.reject(new Error('no answer')));
  await expect(failing).rejects.toThrow('no answer');
  expect(await countPlaces()).toBe(0);
});

it('lets a call through while the database cannot be asked, and says so', async () => {
  const dead = buildPool({ connectionString: 'postgres://nobody@127.0.0.1:1/nowhere', logger });
  const held = await buildCallSlots(dead, logger).hold('panel', 1, never, () => Promise.resolve(1));
  expect(held).toEqual({ value: 1 });
  expect(logger.warn).toHaveBeenCalledWith({ system: 'panel' }, expect.stringContaining('cannot be asked'));
  await dead.end();
});
