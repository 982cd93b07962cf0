import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BackupHead, BackupProgress } from '../../../use-cases/ports/backup';
import { FORMAT, FORMAT_VERSION, ROWS_END, toLine } from './backupLines';
import type { HeadLine } from './backupLines';
import { listTables } from './listTables';
import type { BackupTable } from './listTables';
import { columnsOf, nameOf, titleOf } from './tableSql';

/** Who hears of a backup that is being made. */
export type BackupWatcher = { onHead(head: BackupHead): void; onProgress: BackupProgress };

/**
 * The text of a backup ({@link FORMAT}), in pieces, all of it as the database is at one moment: nothing is locked, and who
 * writes meanwhile is not held up. `client` is used for nothing else until the last piece was taken.
 */
export async function* readBackup(
  client: Client,
  { onHead, onProgress }: BackupWatcher,
): AsyncGenerator<Buffer> {
  await client.query('begin isolation level repeatable read read only');
  const tables = await listTables(client);
  const head = await readHead(client, tables);
  onHead(head);
  yield toLine({ format: FORMAT, version: FORMAT_VERSION, ...head });
  const totalBytes = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let doneBytes = 0;
  for (const table of tables) {
    yield toLine({ rowsOf: titleOf(table) });
    let rows = 0;
    for await (const piece of copyRows(client, table)) {
      rows += countLines(piece);
      doneBytes += piece.length;
      onProgress(doneBytes, totalBytes);
      yield piece;
    }
    yield Buffer.from(ROWS_END);
    yield toLine({ rows, next: await readNext(client, table) });
  }
  await client.query('commit');
}

function copyRows(client: Client, table: BackupTable): AsyncIterable<Buffer> {
  const copied = client.query(copyTo(`copy ${nameOf(table)} ${columnsOf(table)} to stdout`));
  // Told to who reads it; without a listener it would end the process when nobody reads any more.
  copied.on('error', () => undefined);
  return copied;
}

const READ_HEAD = `
select (select mode from support_credits.ledger_mode) as mode, now() as made_at,
       (select count(*)::integer from support_credits.credit_accounts) as accounts,
       (select coalesce(sum(entry_count), 0)::text from support_credits.credit_accounts) as entries,
       current_setting('server_version') as server_version,
       array(select name from support_credits.schema_migrations order by name) as migrations,
       (select max(id) from graphile_worker.migrations) as queue_migration`;

type HeadRow = {
  mode: HeadLine['mode'] | null;
  made_at: Date;
  accounts: number;
  entries: string;
  server_version: string;
  migrations: string[];
  queue_migration: number;
};

async function readHead(client: Client, tables: readonly BackupTable[]): Promise<HeadLine> {
  const { rows } = await client.query<HeadRow>(READ_HEAD);
  const row = rows[0];
  if (!row?.mode) throw new Error('Defect: a ledger is to be backed up that belongs to no mode.');
  return {
    mode: row.mode,
    madeAt: row.made_at.toISOString(),
    accountCount: row.accounts,
    entryCount: Number(row.entries),
    serverVersion: row.server_version,
    migrations: row.migrations,
    queueMigration: row.queue_migration,
    tables: tables.map(({ schema, table, columns }) => ({ schema, table, columns })),
  };
}

/** Read after the rows: numbers go on outside of transactions, and none of a row here may be given again. */
async function readNext(client: Client, table: BackupTable): Promise<Record<string, string>> {
  const next: Record<string, string> = {};
  for (const column of table.counting) {
    const { rows: named } = await client.query<{ sequence: string }>(
      'select pg_get_serial_sequence($1, $2) as sequence',
      [nameOf(table), column],
    );
    const { rows } = await client.query<{ next: string }>(
      `select case when is_called then last_value + 1 else last_value end::text as next from ${named[0]?.sequence}`,
    );
    next[column] = rows[0]?.next ?? '1';
  }
  return next;
}

/** Each row is a line: line breaks inside of it are written as `\n`. */
function countLines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', at + 1)) count += 1;
  return count;
}
