import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes of itself; `isReady` once it takes connections. */
export type PostmasterFile = { pid: number; isReady: boolean };

/**
 * Reads `postmaster.pid` of the cluster; undefined when there is none or it is not whole yet. Line 1 is the process
 * number, line 8 the state (PostgreSQL source, src/include/utils/pidfile.h).
 */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(pathOf(cluster), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Removes the file of a server that is known to be gone. */
export function removePostmasterFile(cluster: string): void {
  rmSync(pathOf(cluster), { force: true });
}

const pathOf = (cluster: string) => join(cluster, 'postmaster.pid');
