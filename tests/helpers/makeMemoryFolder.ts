import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory (shm_overview(7)). */
const SHARED_MEMORY = '/dev/shm';
/** A run takes far less; containers often have 64 MB, which is too little. */
const LEAST_FREE_BYTES = 4 * 2 ** 30;
const PREFIX = 'support-credits-';

/**
 * A new folder for a database server that need not outlive a loss of power: in memory where there is room, since on a disk
 * making and removing the files of a database takes longer than most tests; else where temporary files go. Whoever made it removes it.
 */
export function makeMemoryFolder(name: string): string {
  const parent = hasRoom() ? SHARED_MEMORY : tmpdir();
  return mkdtempSync(join(parent, `${PREFIX}${name}-${process.pid}-`));
}

/** Removes what runs that were killed have left in memory. */
export function removeLeftFolders(): void {
  if (!hasRoom()) return;
  for (const folder of readdirSync(SHARED_MEMORY)) {
    const pid = /^support-credits-[a-z-]+-(\d+)-/.exec(folder)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(SHARED_MEMORY, folder), { recursive: true, force: true });
  }
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(SHARED_MEMORY);
    return bavail * bsize >= LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
