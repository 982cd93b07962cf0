import { Client } from 'pg';
import { buildPool } from '../../../src/adapters/postgres/buildPool';
import { isReady } from '../../../src/adapters/postgres/isReady';
import { migrate } from '../../../src/adapters/postgres/migrate';
import { listMigrations } from '../../../src/adapters/postgres/schemaMigrations';
import type { TestDatabase } from '../../helpers/database/testDatabase';
import { createTestDatabase } from '../../helpers/database/testDatabase';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

async function run(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function askReady(): Promise<boolean> {
  const pool = buildPool({ connectionString: database.url, logger });
  try {
    return await isReady(pool);
  } finally {
    await pool.end();
  }
}

const EMPTY = 'drop schema support_credits cascade; drop schema graphile_worker cascade';

describe('migrate', () => {
  it('brings an empty database to the newest schema, once', async () => {
    await run(EMPTY);
    expect(await askReady()).toBe(false);
    expect((await migrate({ connectionString: database.url })).applied).toContain('0001_ledger.sql');
    expect(await askReady()).toBe(true);
    expect((await migrate({ connectionString: database.url })).applied).toEqual([]);
  });

  it('lets one of two replicas that start at once do the work, and the other find it done', async () => {
    await run(EMPTY);
    const both = await Promise.all([1, 2].map(() => migrate({ connectionString: database.url })));
    const applied = both.map((each) => each.applied.length).sort((one, other) => one - other);
    expect(applied[0]).toBe(0);
    expect(applied[1]).toBeGreaterThan(0);
  });

  it('says which migration failed and why, keeps what was there, and goes on from it when the cause is gone', async () => {
    const last = (await listMigrations()).at(-1);
    await run(EMPTY);
    await run('create schema support_credits; create table support_credits.ticket_states (id integer)');
    const failing = migrate({ connectionString: database.url });
    await expect(failing).rejects.toThrow(
      'Migration 0002_tickets.sql failed (relation "ticket_states" already exists); the database is as it was before it.',
    );
    await run('drop table support_credits.ticket_states');
    const { applied } = await migrate({ connectionString: database.url });
    expect(applied).not.toContain('0001_ledger.sql');
    expect(applied).toEqual(expect.arrayContaining(['0002_tickets.sql', last]));
    expect(await askReady()).toBe(true);
  });

  it('refuses to work in a schema that is newer than the build', async () => {
    await run("insert into support_credits.schema_migrations (name) values ('9999_future.sql')");
    await expect(migrate({ connectionString: database.url })).rejects.toThrow('9999_future.sql');
  });
});
