import { escapeIdentifier } from 'pg';
import type { ClientBase } from 'pg';
import type { TableLine } from './backupLines';
import { nameOf } from './tableSql';

/** How a trigger is switched back to each state that `pg_trigger.tgenabled` knows; one that was off stays so. */
const SWITCHES: Readonly<Record<string, string>> = { O: 'enable', R: 'enable replica', A: 'enable always' };

/**
 * Switches off the triggers of these tables and answers how they are switched back, each to what it was. Foreign keys stay: they
 * may be switched off by a superuser alone, and find what a backup should not hold.
 */
export async function quietTriggers(
  client: ClientBase,
  tables: readonly TableLine[],
): Promise<() => Promise<void>> {
  const statements: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query<{ name: string; state: string }>(
      `select tgname as name, tgenabled as state from pg_trigger
        where tgrelid = $1::regclass and not tgisinternal and tgenabled <> 'D'`,
      [nameOf(table)],
    );
    for (const { name, state } of rows) {
      const deed = SWITCHES[state];
      if (deed === undefined) throw new Error(`Defect: a trigger is in the state ${state}.`);
      statements.push(`alter table ${nameOf(table)} ${deed} trigger ${escapeIdentifier(name)}`);
    }
    await client.query(`alter table ${nameOf(table)} disable trigger user`);
  }
  return async () => {
    for (const statement of statements) await client.query(statement);
  };
}
