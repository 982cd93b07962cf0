import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server writes of itself; `isReady` from when it takes connections until it is told to stop. */
export type PostmasterFile = { pid: number; port: number; isReady: boolean };

/**
 * Reads `postmaster.pid` of the cluster; undefined when there is none or it is not whole yet. Line 1 is the process
 * number, line 4 the port, line 8 the state (PostgreSQL source, src/include/utils/pidfile.h).
 */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(pathOf(cluster), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Removes the file of a server that is known to be gone. */
export function removePostmasterFile(cluster: string): void {
  rmSync(pathOf(cluster), { force: true });
}

const pathOf = (cluster: string) => join(cluster, 'postmaster.pid');
