import { pipeline } from 'node:stream/promises';
import { runMigrations } from 'graphile-worker';
import { escapeIdentifier } from 'pg';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { BackupProgress, LoadedBackup } from '../../../use-cases/ports/backup';
import { applyMigration, listMigrations, lockMigrations, readApplied } from '../schemaMigrations';
import { damagedError } from './backupError';
import type { CountLine, TableLine } from './backupLines';
import type { WholeBackup } from './checkBackup';
import { emptyTables, prepareTables } from './prepareTables';
import { quietTriggers } from './quietTriggers';
import { refuseFilled } from './refuseFilled';
import { refuseInUse } from './refuseInUse';
import { columnsOf, nameOf } from './tableSql';
import { walkBackup } from './walkBackup';

/** Which file, as it was when it was checked, and where to. */
export type Loading = {
  client: Client;
  connectionString: string;
  backup: WholeBackup;
  onProgress: BackupProgress;
};

/**
 * Brings a checked backup into a database without entries: all of it, at the newest schema, in one transaction. Bridges that
 * start meanwhile wait for the end. Only the tables of the queue are made before, which hold nothing then.
 */
export async function loadBackup(loading: Loading): Promise<LoadedBackup> {
  const { client, connectionString, backup } = loading;
  await lockMigrations(client);
  await refuseInUse(client);
  await client.query('begin');
  await refuseFilled(client);
  await runMigrations({ connectionString });
  const loadable = await prepareTables(client, backup.head);
  const wakeTriggers = await quietTriggers(client, loadable);
  await emptyTables(client, loadable);
  const loaded = await loadRows(loading, loadable);
  await freeJobs(client);
  await wakeTriggers();
  const done = await readApplied(client);
  for (const name of await listMigrations()) if (!done.has(name)) await applyMigration(client, name);
  await client.query(`analyze ${loadable.map(nameOf).join(', ')}`);
  await client.query('commit');
  return loaded;
}

async function loadRows(
  { client, backup, onProgress }: Loading,
  loadable: readonly TableLine[],
): Promise<LoadedBackup> {
  const names = new Set(loadable.map(nameOf));
  let [loadedCount, leftOutJobCount] = [0, 0];
  await walkBackup(
    backup.sealed,
    {
      async visitRows(table, rows) {
        if (!names.has(nameOf(table))) return;
        const copied = client.query(copyFrom(`copy ${nameOf(table)} ${columnsOf(table)} from stdin`));
        await pipeline(rows, copied);
        loadedCount = copied.rowCount;
      },
      async visitCount(table, count) {
        if (names.has(nameOf(table))) await finishTable(client, table, count, loadedCount);
        else if (table.table === '_private_jobs') leftOutJobCount = count.rows;
      },
    },
    onProgress,
  );
  return { leftOutJobCount };
}

async function finishTable(
  client: Client,
  table: TableLine,
  count: CountLine,
  loadedCount: number,
): Promise<void> {
  if (loadedCount !== count.rows) throw damagedError(`a table has ${loadedCount} rows of ${count.rows}`);
  for (const [column, next] of Object.entries(count.next)) {
    await client.query(
      `alter table ${nameOf(table)} alter column ${escapeIdentifier(column)} restart with ${BigInt(next)}`,
    );
  }
}

/** Whoever held a job when the backup was made does not work on it here. */
async function freeJobs(client: Client): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(
       array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
  );
}
