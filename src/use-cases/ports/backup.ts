/** What a backup says of itself before anything else. */
export type BackupHead = {
  /** Whose ledger it is. */
  mode: 'live' | 'shadow';
  /** The moment of which the backup is, by the clock of its database (ISO 8601). */
  madeAt: string;
  accountCount: number;
  entryCount: number;
};

/** How far a reading or a loading came; in units that only fit each other. The total may be a little off. */
export type BackupProgress = (done: number, total: number) => void;

/** A database that can be written into a file. */
export interface BackupSource {
  /**
   * All of the database as it is at one moment, in pieces that belong into one file in their order; a piece is read when the
   * one before it was taken. `onHead` hears what it is of before the first piece comes. When reading fails, the pieces are
   * worth nothing. Fails with `AdapterError`.
   */
  read(onHead: (head: BackupHead) => void, onProgress: BackupProgress): AsyncIterable<Uint8Array>;
}

/** A file that appears under its name when it is whole, and never in the place of another one. */
export interface NewFile {
  write(piece: Uint8Array): Promise<void>;
  /** Makes it durable and gives it its name; fails with `EEXIST` when that was taken meanwhile. */
  keep(): Promise<void>;
  /** Leaves nothing of it; does nothing once it was kept. */
  discard(): Promise<void>;
}

/** What of a backup was left out: jobs of a queue that is not like the one here. */
export type LoadedBackup = { leftOutJobCount: number };

/** A backup that was read to its end and is what was once written. */
export interface CheckedBackup {
  head: BackupHead;
  /**
   * Brings all of it into the database at this address, at the newest schema, or nothing. Fails with `AdapterError`:
   * `ledger_not_empty` when the database has entries, `database_in_use` when somebody works on it, `backup_damaged` when the file
   * is not any more what it was.
   */
  load(databaseUrl: string, onProgress: BackupProgress): Promise<LoadedBackup>;
}

/** Backups in files. */
export interface BackupFiles {
  /**
   * Reads the whole file, and changes nothing. Fails with `AdapterError`: `backup_unreadable` when it is no backup,
   * `backup_damaged` when a byte of it differs or is missing, `backup_newer` when this build does not know all that is in it.
   */
  check(path: string, onProgress: BackupProgress): Promise<CheckedBackup>;
}
