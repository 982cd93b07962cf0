import type { ClientBase } from 'pg';
import { applyMigration, makeSchema, readApplied } from '../schemaMigrations';
import { damagedError } from './backupError';
import type { HeadLine, TableLine } from './backupLines';
import { listTables } from './listTables';
import { nameOf } from './tableSql';

/**
 * Brings the tables of the ledger, which have no entries, to the very migrations of the backup, and answers which of the
 * tables of the backup can be loaded: all of the ledger; of the queue none when it is not like the one of the backup.
 */
export async function prepareTables(
  client: ClientBase,
  { migrations, tables: wanted }: HeadLine,
): Promise<TableLine[]> {
  await goBackTo(client, migrations);
  await makeSchema(client);
  const done = await readApplied(client);
  for (const name of migrations.filter((each) => !done.has(each))) await applyMigration(client, name);

  const here = await listTables(client);
  const ofSchema = (schema: string) => wanted.filter((table) => table.schema === schema);
  const isAlike = (schema: string) =>
    describe(ofSchema(schema)) === describe(here.filter((table) => table.schema === schema));
  if (!isAlike('support_credits')) throw damagedError('its tables are not those of its migrations');
  const loadable = isAlike('graphile_worker') ? wanted : ofSchema('support_credits');
  return [...loadable];
}

/** Empties tables whose triggers are quiet. */
export async function emptyTables(client: ClientBase, tables: readonly TableLine[]): Promise<void> {
  await client.query(`truncate ${tables.map(nameOf).join(', ')}`);
}

/** A schema that holds more than the backup knows is made anew: nobody can go back from a migration. */
async function goBackTo(client: ClientBase, migrations: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ is_there: boolean }>(
    `select to_regclass('support_credits.schema_migrations') is not null as is_there`,
  );
  if (rows[0]?.is_there !== true) return;
  const done = await readApplied(client);
  if ([...done].some((name) => !migrations.includes(name))) {
    await client.query('drop schema support_credits cascade');
  }
}

/** Names of tables and columns, the same for the same ones. */
function describe(tables: readonly TableLine[]): string {
  return tables
    .map(({ table, columns }) => `${table}: ${[...columns].sort().join(', ')}`)
    .sort()
    .join('\n');
}
