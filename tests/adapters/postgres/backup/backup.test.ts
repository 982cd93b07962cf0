import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { connectForLong } from '../../../../src/adapters/postgres/backup/connectForLong';
import { readBackup } from '../../../../src/adapters/postgres/backup/readBackup';
import { buildBackupFiles } from '../../../../src/adapters/postgres/backup/buildBackupFiles';
import { claimMode } from '../../../../src/adapters/postgres/claimMode';
import { listMigrations } from '../../../../src/adapters/postgres/schemaMigrations';
import { buildWorkQueue } from '../../../../src/adapters/postgres/worker/buildWorkQueue';
import { holdPresence } from '../../../../src/adapters/postgres/worker/holdPresence';
import { openTestLedger } from '../../../helpers/database/ledgerOnTest';
import { migrateBefore } from '../../../helpers/database/migrateBefore';
import { seedEveryKind } from '../../../helpers/database/seedEveryKind';
import { backUp, check, restore, rewrite, writeCompressed } from './backupFile';
import { ACCOUNT, fillLedger } from './fillLedger';
import { readEverything, readTriggers } from './readEverything';

type TestLedger = Awaited<ReturnType<typeof openTestLedger>>;

let folder: string;
let path: string;
let source: TestLedger;

const countLocked = async (pool: Pool) => {
  const { rows } = await pool.query<{ locked: number }>(
    `select (select count(locked_at)::integer from graphile_worker._private_jobs)
          + (select count(locked_at)::integer from graphile_worker._private_job_queues) as locked`,
  );
  return rows[0]?.locked;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'support-credits-backup-'));
  path = join(folder, 'whole');
  source = await openTestLedger();
  await fillLedger(source.pool, source.ledger);
  await backUp(source.url, path);
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A ledger of its own for one test, which is proved when it is closed. */
async function withTarget(work: (target: TestLedger) => Promise<void>): Promise<void> {
  const target = await openTestLedger();
  try {
    await work(target);
  } finally {
    await target.close();
  }
}

/** Begins the work, which stops before the states of tickets, and cuts its connection there. */
async function cutOff(pool: Pool, begin: () => Promise<unknown>): Promise<unknown> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('lock table support_credits.ticket_states in access exclusive mode');
  const work = begin();
  work.catch(() => undefined);
  for (let cut = 0; cut === 0;) {
    const { rowCount } = await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
          and application_name = 'support-credits backup' and wait_event_type = 'Lock'`,
    );
    cut = rowCount ?? 0;
  }
  await client.query('rollback');
  client.release();
  return work;
}

describe('a restored backup', () => {
  it('holds every row of every table, free of workers of then, and goes on behind their numbers', async () => {
    const { rows: kinds } = await source.pool.query(
      'select distinct kind from support_credits.ledger_entries',
    );
    expect(kinds).toHaveLength(7);
    await withTarget(async (target) => {
      await claimMode(target.pool, 'live');
      await buildWorkQueue(target.pool).queueReconcile('8');
      expect(await restore(path, target.url)).toEqual({ leftOutJobCount: 0 });
      const held = await readEverything(source.pool);
      expect(await readEverything(target.pool)).toEqual(held);
      for (const table of ['ticket_states', 'ticket_commands', 'debts', 'entry_counts', 'request_paces']) {
        expect(held[`support_credits.${table}`]).not.toEqual([]);
      }
      expect([await countLocked(source.pool), await countLocked(target.pool)]).toEqual([2, 0]);
      await seedEveryKind(target.ledger, 'another');
    });
  });

  it('has its guards as they were switched, and they guard', async () => {
    await withTarget(async ({ pool, url }) => {
      await pool.query(`
        alter table support_credits.ledger_entries enable always trigger ledger_entries_are_append_only;
        alter table support_credits.grants enable replica trigger moved_grants_are_summed;
        alter table support_credits.allocations disable trigger allocations_astray`);
      const switched = await readTriggers(pool);
      expect(new Set(switched.map((each) => (each as { state: string }).state)).size).toBe(4);
      await restore(path, url);
      expect(await readTriggers(pool)).toEqual(switched);
      await expect(pool.query('delete from support_credits.ledger_entries')).rejects.toThrow('append-only');
      await pool.query('alter table support_credits.allocations enable trigger allocations_astray');
    });
  });
});

describe('a backup that is made while others write', () => {
  it('is of one moment, and verifies', async () => {
    const busy = await openTestLedger();
    const client = await connectForLong(busy.url);
    try {
      await claimMode(busy.pool, 'live');
      await seedEveryKind(busy.ledger, 'before');
      let pieces = 0;
      const watcher = { onHead: () => undefined, onProgress: () => undefined };
      const withWriter = async function* () {
        for await (const piece of readBackup(client, watcher)) {
          yield piece;
          // The first piece is of the moment of the backup; about three follow for each table.
          if (pieces % 30 === 0) await seedEveryKind(busy.ledger, `during-${pieces}`);
          pieces += 1;
        }
      };
      const during = join(folder, 'during');
      await writeCompressed(during, withWriter());
      expect(pieces).toBeGreaterThan(50);
      await withTarget(async (target) => {
        await restore(during, target.url);
        const { rows } = await target.pool.query(
          `select billing_account_id as account, entry_count as entries from support_credits.credit_accounts`,
        );
        expect(rows).toEqual([{ account: 'before', entries: 10 }]);
      });
    } finally {
      await client.end();
      await busy.close();
    }
  });
});

describe('a backup of an older schema', () => {
  it('is brought to the newest one, in an empty database and in one that was newer', async () => {
    const older = await openTestLedger();
    const old = join(folder, 'old');
    await migrateBefore(older.pool, '0040');
    await claimMode(older.pool, 'live');
    await seedEveryKind(older.ledger, ACCOUNT);
    await backUp(older.url, old);
    for (const isEmpty of [true, false]) {
      await withTarget(async ({ pool, url }) => {
        if (isEmpty) await pool.query('drop schema support_credits, graphile_worker cascade');
        await restore(old, url);
        const { rows } = await pool.query<{ name: string }>(
          'select name from support_credits.schema_migrations order by name',
        );
        expect(rows.map(({ name }) => name)).toEqual(await listMigrations());
        const count = await pool.query('select from support_credits.ledger_entries');
        expect(count.rowCount).toBe(10);
      });
    }
    await older.close();
  });
});

describe('a file that is not what was written', () => {
  const copy = () => join(folder, 'copy');

  it('is found by any byte that differs', async () => {
    const bytes = readFileSync(path);
    const places = [...Array(20).keys(), bytes.length - 1, bytes.length - 5];
    for (let nth = 1; nth < 60; nth += 1) places.push(Math.floor((nth * bytes.length) / 60));
    const passed: number[] = [];
    for (const place of places) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 0x10;
      writeFileSync(copy(), changed);
      if (!['backup_damaged', 'backup_unreadable'].includes(await check(copy()))) passed.push(place);
    }
    expect(passed).toEqual([]);
  });

  it('is found by an end that is missing, or comes too late', async () => {
    const bytes = readFileSync(path);
    const ends = [0, 5, 12, 1_000, bytes.length / 2, bytes.length - 9, bytes.length - 1].map(Math.floor);
    const outcomes: string[] = [];
    for (const end of ends) {
      writeFileSync(copy(), bytes.subarray(0, end));
      outcomes.push(await check(copy()));
    }
    writeFileSync(copy(), Buffer.concat([bytes, Buffer.from('more')]));
    outcomes.push(await check(copy()));
    writeFileSync(copy(), Buffer.concat([bytes, bytes]));
    outcomes.push(await check(copy()));
    expect(outcomes).toEqual(outcomes.map(() => 'backup_damaged'));
    expect(await check(path)).toBe('whole');
  });

  it('is named when it is no backup at all, or of a newer build', async () => {
    writeFileSync(copy(), 'entries');
    expect(await check(copy())).toBe('backup_unreadable');
    const known = (await listMigrations()).at(-1)!;
    const edits = [
      (text: string) => text.replace('support-credits backup', 'something else'),
      (text: string) => text.replace('"version":1', '"version":2'),
      (text: string) => text.replace(`"${known}"`, `"${known}","9999_future.sql"`),
    ];
    const outcomes: string[] = [];
    for (const edit of edits) {
      await rewrite(path, copy(), edit);
      outcomes.push(await check(copy()));
    }
    expect(outcomes).toEqual(['backup_unreadable', 'backup_newer', 'backup_newer']);
  });
});

describe('a restore that cannot be', () => {
  let target: TestLedger;
  const readState = async () => [await readEverything(target.pool), await readTriggers(target.pool)];
  beforeAll(async () => {
    target = await openTestLedger();
  });
  afterAll(() => target.close());

  it.each([
    [
      'holds a row that the guards refuse',
      (text: string) => text.replace(/("rowsOf":"support_credits.grants"[^]*?\t)goodwill\n/, '$1stolen\n'),
    ],
    ['has other tables than its migrations make', (text: string) => text.replace('"told_at"', '"told_by"')],
    ['counts more rows than it has', (text: string) => text.replace(/"rows":(\d+)/, '"rows":1$1')],
  ])('leaves the database as it was, when the backup %s though its hash fits', async (_what, edit) => {
    const forged = join(folder, 'forged');
    await rewrite(path, forged, edit);
    const before = await readState();
    await expect(restore(forged, target.url)).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(await readState()).toEqual(before);
  });

  it('leaves the database as it was, when another file took the place of the one that was checked', async () => {
    const changing = join(folder, 'changing');
    await rewrite(path, changing, (text) => text);
    const checked = await buildBackupFiles().check(changing, () => undefined);
    await rewrite(path, changing, (text) => text.replace(ACCOUNT, 'of-another-one'));
    const before = await readState();
    const loading = checked.load(target.url, () => undefined);
    await expect(loading).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(await readState()).toEqual(before);
  });

  it('leaves the database as it was, when the connection is lost on the way, as a backup fails then', async () => {
    const before = await readState();
    const backingUp = cutOff(source.pool, () => backUp(source.url, join(folder, 'lost')));
    await expect(backingUp).rejects.toMatchObject({ code: 'database_unavailable' });
    const restoring = cutOff(target.pool, () => restore(path, target.url));
    await expect(restoring).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(await readState()).toEqual(before);
  });

  it('is refused while a bridge works on the database, and where the ledger has entries', async () => {
    const presence = await holdPresence(target.pool, 'worker-1');
    await expect(restore(path, target.url)).rejects.toMatchObject({ code: 'database_in_use' });
    presence.release();
    await seedEveryKind(target.ledger, '1001');
    const before = await readState();
    await expect(restore(path, target.url)).rejects.toMatchObject({ code: 'ledger_not_empty' });
    expect(await readState()).toEqual(before);
  });
});

describe('a backup whose queue is not like the one here', () => {
  it('is restored without its jobs, which are counted', async () => {
    const other = join(folder, 'other-queue');
    await rewrite(path, other, (text) => text.replaceAll('"locked_by"', '"held_by"'));
    await withTarget(async ({ pool, url }) => {
      const { rowCount } = await source.pool.query('select from graphile_worker._private_jobs');
      expect(await restore(other, url)).toEqual({ leftOutJobCount: rowCount });
      expect((await pool.query('select from graphile_worker._private_jobs')).rowCount).toBe(0);
      const entries = (await readEverything(source.pool))['support_credits.ledger_entries'];
      expect((await readEverything(pool))['support_credits.ledger_entries']).toEqual(entries);
    });
  });
});
