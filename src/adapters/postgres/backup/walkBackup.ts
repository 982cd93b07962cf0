import type { BackupProgress } from '../../../use-cases/ports/backup';
import { damagedError } from './backupError';
import { parseCount, parseHead, parseRowsOf } from './backupLines';
import type { CountLine, HeadLine, TableLine } from './backupLines';
import { buildBackupReader } from './buildBackupReader';
import { decompress } from './compression';
import { readSealed } from './seal';
import type { SealedFile } from './seal';
import { titleOf } from './tableSql';

/** What is done with the tables of a backup, in their order. */
export type BackupVisitor = {
  /** Rows that it leaves are passed over. */
  visitRows(table: TableLine, rows: AsyncIterable<Buffer>): Promise<void>;
  /** After the rows of `table`. */
  visitCount(table: TableLine, count: CountLine): Promise<void>;
};

/** What the backup says of itself. Fails with `backup_unreadable`, `backup_damaged` or `backup_newer`. */
export async function readHead(sealed: SealedFile): Promise<HeadLine> {
  const text = decompress(readSealed(sealed, () => undefined));
  try {
    return parseHead(await buildBackupReader(text).readLine());
  } finally {
    await text.return(undefined);
  }
}

/**
 * Reads the file from its beginning to its end. Whether it is whole is known only at its end: what the visitor did before
 * that must be undone when this fails. Fails as {@link readHead} does, with what the visitor fails with, or as files fail.
 */
export async function walkBackup(
  sealed: SealedFile,
  visitor: BackupVisitor,
  onProgress: BackupProgress,
): Promise<void> {
  const text = decompress(readSealed(sealed, onProgress));
  try {
    const reader = buildBackupReader(text);
    const { tables } = parseHead(await reader.readLine());
    for (const table of tables) {
      if (parseRowsOf(await reader.readLine()) !== titleOf(table))
        throw damagedError('its tables are out of order');
      const rows = reader.readRows();
      await visitor.visitRows(table, rows);
      await passOver(rows);
      await visitor.visitCount(table, parseCount(await reader.readLine()));
    }
    await reader.expectEnd();
  } finally {
    await text.return(undefined);
  }
}

async function passOver(rows: AsyncGenerator<Buffer>): Promise<void> {
  for (let next = await rows.next(); next.done !== true;) next = await rows.next();
}
