import { z } from 'zod';
import { backupError, damagedError } from './backupError';

/**
 * A backup is text, compressed with gzip and sealed (`seal.ts`): a line that says what it is and names its tables; for
 * each of them a line with its name, its rows as `COPY` writes them, a line `\.`, and a line that counts them. All but the rows
 * is JSON.
 */
export const FORMAT = 'support-credits backup';

/** Raised when older builds could not read what is written. */
export const FORMAT_VERSION = 1;

/** Stands alone on a line behind the rows of a table; `COPY` writes no row like it. */
export const ROWS_END = '\\.\n';

const titleSchema = z.object({ format: z.literal(FORMAT), version: z.number().int() });

const tableSchema = z.object({
  schema: z.enum(['support_credits', 'graphile_worker']),
  table: z.string(),
  columns: z.array(z.string()).min(1),
});

const headSchema = z.object({
  mode: z.enum(['live', 'shadow']),
  madeAt: z.iso.datetime(),
  accountCount: z.number().int(),
  entryCount: z.number().int(),
  /** Of PostgreSQL, for whoever looks into the file. */
  serverVersion: z.string(),
  migrations: z.array(z.string()),
  /** Of graphile-worker, likewise: whether the queue is alike is seen by its tables. */
  queueMigration: z.number().int(),
  /** In the order in which they follow. */
  tables: z.array(tableSchema),
});

const rowsOfSchema = z.object({ rowsOf: z.string() });

const countSchema = z.object({
  rows: z.number().int(),
  /** The next number of each column that counts by itself. */
  next: z.record(z.string(), z.string().regex(/^\d{1,19}$/)),
});

export type HeadLine = z.infer<typeof headSchema>;
export type TableLine = z.infer<typeof tableSchema>;
export type CountLine = z.infer<typeof countSchema>;

/** What the first line says. Throws when the file is none that this build can read. */
export function parseHead(line: string): HeadLine {
  const value = parseJson(line);
  const title = titleSchema.safeParse(value);
  if (!title.success) throw backupError('backup_unreadable', 'The file is no backup of support-credits.');
  if (title.data.version > FORMAT_VERSION) {
    throw backupError(
      'backup_newer',
      'The backup was made by a newer version, in a form that this one cannot read: restore it with that version or a newer one.',
    );
  }
  return parse(headSchema, value);
}

/** Which table the rows are of that follow. */
export const parseRowsOf = (line: string): string => parse(rowsOfSchema, parseJson(line)).rowsOf;

/** How many rows stood before it. */
export const parseCount = (line: string): CountLine => parse(countSchema, parseJson(line));

/** One line, as bytes. */
export const toLine = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

function parse<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw damagedError('a line says what none says');
  return parsed.data;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
