import { randomBytes } from 'node:crypto';
import { urlOfDatabase, withAdminClient } from './adminClient';
import { ensureTemplate, TEMPLATE } from './migratedTemplate';

export type TestDatabase = {
  url: string;
  /** Removes the database; fails when the test left a connection open, after removing it all the same. */
  drop(): Promise<void>;
};

/** A database of its own for one test or suite, with all migrations applied (a clone of the migrated template). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await withAdminClient(async (admin) => {
    await ensureTemplate(admin);
    // Copied as files, which costs a third of writing all of it into the log of the server first.
    await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  });
  return { url: urlOfDatabase(name), drop: () => dropDatabase(name) };
}

function dropDatabase(name: string): Promise<void> {
  return withAdminClient(async (admin) => {
    try {
      // PostgreSQL waits up to 5 s for connections that are just closing, then refuses.
      await admin.query(`drop database ${name}`);
    } catch (error) {
      await admin.query(`drop database if exists ${name} with (force)`);
      throw new Error(`The test left connections to ${name} open.`, { cause: error });
    }
  });
}
