import { damagedError } from './backupError';
import { ROWS_END } from './backupLines';

/** Longer than any line but one of rows; what is longer is no line of a backup. */
const MAX_LINE_BYTES = 1024 * 1024;

const NEWLINE = 0x0a;
const END = Buffer.from(ROWS_END);
const NEWLINE_AND_END = Buffer.from(`\n${ROWS_END}`);

/** Reads the text of a backup from its beginning to its end. What is missing fails as `backup_damaged`. */
export type BackupReader = {
  /** The next line, without its end. */
  readLine(): Promise<string>;
  /** The rows up to the line that ends them, in pieces; the reader goes on behind that line once all are taken. */
  readRows(): AsyncGenerator<Buffer>;
  /** Fails when anything follows. */
  expectEnd(): Promise<void>;
};

/** Keeps no more of `chunks` than one of them, and a line. */
export function buildBackupReader(chunks: AsyncIterator<Buffer>): BackupReader {
  let pending: Buffer = Buffer.alloc(0);

  /** False at the end. */
  const readMore = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done === true) return false;
    pending = pending.length === 0 ? next.value : Buffer.concat([pending, next.value]);
    return true;
  };
  const take = (length: number): Buffer => {
    const taken = pending.subarray(0, length);
    pending = pending.subarray(length);
    return taken;
  };
  return {
    async readLine() {
      for (;;) {
        const length = pending.indexOf(NEWLINE);
        if (length >= 0) return take(length + 1).toString('utf8', 0, length);
        if (pending.length > MAX_LINE_BYTES) throw damagedError('a line has no end');
        if (!(await readMore())) throw damagedError('it ends too early');
      }
    },
    async *readRows() {
      for (let isLineStart = true; ;) {
        if (isLineStart && pending.subarray(0, END.length).equals(END)) {
          take(END.length);
          return;
        }
        const end = pending.indexOf(NEWLINE_AND_END);
        // Without an end in sight, its first bytes may still be among the last ones here.
        const length = end >= 0 ? end + 1 : pending.length - END.length;
        if (length > 0) {
          const rows = take(length);
          isLineStart = rows[length - 1] === NEWLINE;
          yield rows;
        } else if (!(await readMore())) throw damagedError('it ends too early');
      }
    },
    async expectEnd() {
      if (pending.length > 0 || (await readMore())) throw damagedError('something follows its end');
    },
  };
}
