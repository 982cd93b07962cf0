import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { Pool } from 'pg';
import { buildLedger } from '../../../src/adapters/postgres/buildLedger';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { buildReports } from '../../../src/adapters/postgres/buildReports';
import { buildRequestLimits } from '../../../src/adapters/postgres/buildRequestLimits';
import { buildWorkLists } from '../../../src/adapters/postgres/buildWorkLists';
import { claimMode } from '../../../src/adapters/postgres/claimMode';
import { isReady } from '../../../src/adapters/postgres/isReady';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { buildLedgerProof } from '../../../src/adapters/postgres/verify/buildLedgerProof';
import { buildWorkQueue } from '../../../src/adapters/postgres/worker/buildWorkQueue';
import { startWorker } from '../../../src/adapters/postgres/worker/startWorker';
import { verifyLedger } from '../../../src/use-cases/verifyLedger';
import { readServerUrl, withAdminClient } from '../../helpers/database/adminClient';
import { seedEveryKind } from '../../helpers/database/seedEveryKind';
import { backUp, restore } from './backup/backupFile';
import { IDLE_TASKS } from './worker/idleTasks';

jest.setTimeout(60_000);

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const name = `least_${process.pid}`;
const PASSWORD = 'password-of-the-role';

/** The statements that the guide tells an operator, for a role and databases of this test. */
function readStatements(): string {
  const guide = readFileSync(join(__dirname, '../../../extras/operators-guide.md'), 'utf8');
  const sql = /```sql\n([^]*?)```/.exec(guide)?.[1] ?? '';
  expect(sql.split(';').length).toBeGreaterThan(5);
  return sql.replaceAll('support_credits', name).replaceAll('<random>', PASSWORD);
}

function urlFor(role: string, database = name): string {
  const url = new URL(readServerUrl());
  [url.username, url.password, url.pathname] = [role, PASSWORD, `/${database}`];
  return url.href;
}

const open = (role: string) => buildPool({ connectionString: urlFor(role), logger: silent });

beforeAll(() =>
  withAdminClient(async (admin) => {
    for (const statement of readStatements().split(';')) await admin.query(statement);
  }),
);
afterAll(() =>
  withAdminClient(async (admin) => {
    for (const database of [name, `${name}_shadow`])
      await admin.query(`drop database if exists ${database} with (force)`);
    for (const role of [`${name}_1`, `${name}_2`, `${name}_stranger`, name])
      await admin.query(`drop role if exists ${role}`);
  }),
);

async function workOff(pool: Pool): Promise<string> {
  let done: (ticketId: string) => void = () => undefined;
  const looked = new Promise<string>((resolve) => (done = resolve));
  const tasks = { ...IDLE_TASKS, reconcile_ticket: async (ticketId: string) => done(ticketId) };
  const worker = await startWorker({ pool, logger: silent, concurrency: 2, tasks });
  await buildWorkQueue(pool).queueReconcile('7');
  const ticketId = await looked;
  await worker.stop();
  return ticketId;
}

describe('the role of the guide', () => {
  it('may migrate, keep the ledger, work the queue off, report and verify', async () => {
    expect((await migrate({ connectionString: urlFor(`${name}_1`) })).applied.length).toBeGreaterThan(10);
    expect((await migrate({ connectionString: urlFor(`${name}_1`) })).applied).toEqual([]);
    const pool = open(`${name}_1`);
    try {
      expect(await isReady(pool)).toBe(true);
      expect(await claimMode(pool, 'live')).toBe('live');
      await seedEveryKind(buildLedger(pool, { now: () => new Date() }), '1001');
      expect(await workOff(pool)).toBe('7');
      expect(Object.keys(await buildWorkLists(pool).readWorkList(new Date().toISOString(), 10))).not.toEqual(
        [],
      );
      expect(await buildReports(pool).addUpCounts()).toBeGreaterThan(0);
      const place = { name: 'tickets', perMinute: 60, burst: 1 };
      expect((await buildRequestLimits(pool).takePlace(place, 0)).isTaken).toBe(true);
      expect((await verifyLedger(buildLedgerProof(pool), () => undefined)).bad).toBeUndefined();
    } finally {
      await pool.end();
    }
  });

  it('may back its database up and restore it into another one', async () => {
    const copy = `${name}_copy`;
    await withAdminClient(async (admin) => {
      await admin.query(`create database ${copy}`);
      await admin.query(`revoke all on database ${copy} from public`);
      await admin.query(`grant connect, create on database ${copy} to ${name}`);
    });
    const path = join(mkdtempSync(join(tmpdir(), 'support-credits-role-')), 'backup');
    const pool = buildPool({ connectionString: urlFor(`${name}_1`, copy), logger: silent });
    try {
      expect(await backUp(urlFor(`${name}_1`), path)).toMatchObject({ entryCount: 10, mode: 'live' });
      expect(await restore(path, urlFor(`${name}_1`, copy))).toEqual({ leftOutJobCount: 0 });
      expect(await verifyLedger(buildLedgerProof(pool), () => undefined)).toEqual({
        accountCount: 1,
        entryCount: 10,
        bad: undefined,
      });
    } finally {
      await pool.end();
      rmSync(dirname(path), { recursive: true });
      await withAdminClient((admin) => admin.query(`drop database ${copy}`));
    }
  });

  it('is no superuser, may make nothing outside, and owns its two schemas alone', async () => {
    const pool = open(`${name}_1`);
    try {
      const { rows } = await pool.query(
        `select rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication from pg_roles
          where rolname in ($1, $2) order by 1`,
        [name, `${name}_1`],
      );
      const nothing = {
        rolsuper: false,
        rolcreatedb: false,
        rolcreaterole: false,
        rolbypassrls: false,
        rolreplication: false,
      };
      expect(rows).toEqual([
        { rolname: name, ...nothing },
        { rolname: `${name}_1`, ...nothing },
      ]);
      const owned = await pool.query(
        'select nspname from pg_namespace where nspowner = current_user::regrole order by 1',
      );
      expect(owned.rows).toEqual([{ nspname: 'graphile_worker' }, { nspname: 'support_credits' }]);
      await expect(pool.query('create table public.stray (id int)')).rejects.toThrow('permission denied');
      await expect(pool.query(`create role ${name}_3`)).rejects.toThrow('permission denied');
    } finally {
      await pool.end();
    }
  });

  it('is replaced while the first one works, and nobody else comes in', async () => {
    await withAdminClient(async (admin) => {
      await admin.query(`create role ${name}_2 login password '${PASSWORD}' in role ${name}`);
      await admin.query(`alter role ${name}_2 set role ${name}`);
      await admin.query(`create role ${name}_stranger login password '${PASSWORD}'`);
    });
    const [first, second] = [open(`${name}_1`), open(`${name}_2`)];
    try {
      expect([await isReady(first), await isReady(second)]).toEqual([true, true]);
      await first.end();
      await withAdminClient((admin) => admin.query(`drop role ${name}_1`));
      expect(await workOff(second)).toBe('7');
      expect((await migrate({ connectionString: urlFor(`${name}_2`) })).applied).toEqual([]);
    } finally {
      await second.end();
    }
    const stranger = new Client({ connectionString: urlFor(`${name}_stranger`) });
    await expect(stranger.connect()).rejects.toThrow('permission denied for database');
  });
});
