import type { ClientBase } from 'pg';
import type { TableLine } from './backupLines';

/** A table as a backup names it; `counting` are the columns that count by themselves, `bytes` about what its rows take. */
export type BackupTable = TableLine & { counting: string[]; bytes: number };

type Row = { id: string; needs: string[]; bytes: string } & Omit<BackupTable, 'bytes'>;

/** What the migrations wrote of themselves is not among them: what is brought back is migrated anew. */
const LIST_TABLES = `
select class.oid::text as id, space.nspname as schema, class.relname as table, pg_relation_size(class.oid) as bytes,
       array(select attname::text from pg_attribute
              where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
              order by attname) as columns,
       array(select attname::text from pg_attribute
              where attrelid = class.oid and not attisdropped and attidentity <> '' order by attname) as counting,
       array(select confrelid::text from pg_constraint
              where conrelid = class.oid and contype = 'f' and confrelid <> conrelid) as needs
  from pg_class class join pg_namespace space on space.oid = class.relnamespace
 where class.relkind = 'r'
   and (space.nspname = 'support_credits' and class.relname <> 'schema_migrations'
        or space.nspname = 'graphile_worker' and class.relname <> 'migrations')
 order by space.nspname desc, class.relname`;

/** All tables of ledger and queue, each behind those that its rows point to. */
export async function listTables(client: ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<Row>(LIST_TABLES);
  const listed = new Map<string, BackupTable>();
  while (listed.size < rows.length) {
    const next = rows.find(({ id, needs }) => !listed.has(id) && needs.every((need) => listed.has(need)));
    if (next === undefined) throw new Error('Defect: tables point to each other in a circle.');
    const { schema, table, columns, counting, bytes } = next;
    listed.set(next.id, { schema, table, columns, counting, bytes: Number(bytes) });
  }
  return [...listed.values()];
}
