import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of its own, so small that it can be filled. */
export type SmallDisk = { fill(): void; makeSpace(): void; unmount(): void };

const FILLER = 'filler';
/** Large pieces first, then what is left. */
const PIECES = [1_048_576, 4_096] as const;

/** Mounts one at `folder`, which only root may. Fails, and says so in one sentence, when it is not let. */
export function mountSmallDisk(folder: string, sizeMb: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    throw new Error(
      'The fault disk-full fills a file system of its own, and only root may mount one: run it as root, or as `unshare --map-root-user --mount npm run chaos -- --faults disk-full`.',
    );
  }
  const filler = join(folder, FILLER);
  return {
    fill() {
      for (const pieceBytes of PIECES) appendUntilFull(filler, Buffer.alloc(pieceBytes));
    },
    makeSpace: () => writeFileSync(filler, ''),
    unmount: () => void execFileSync('umount', ['--lazy', folder], { stdio: 'pipe' }),
  };
}

function appendUntilFull(path: string, piece: Buffer): void {
  try {
    for (;;) appendFileSync(path, piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
