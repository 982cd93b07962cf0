import { escapeIdentifier } from 'pg';
import type { TableLine } from './backupLines';

/** The table's name for a statement. */
export const nameOf = ({ schema, table }: Pick<TableLine, 'schema' | 'table'>): string =>
  `${escapeIdentifier(schema)}.${escapeIdentifier(table)}`;

/** The table's name for people. */
export const titleOf = ({ schema, table }: Pick<TableLine, 'schema' | 'table'>): string =>
  `${schema}.${table}`;

/** The columns as `COPY` wants them. */
export const columnsOf = ({ columns }: Pick<TableLine, 'columns'>): string =>
  `(${columns.map(escapeIdentifier).join(', ')})`;
