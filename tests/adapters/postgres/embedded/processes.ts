import { readdirSync, readFileSync } from 'node:fs';

/** Process numbers of all PostgreSQL processes whose command line names the folder. */
export function findServerProcesses(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid).includes('postgres') && commandLine(pid).includes(dataDir));
}

/** Waits until no server process of the folder is left; false when some are after `timeoutMs`. */
export async function waitForNoServer(dataDir: string, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (findServerProcesses(dataDir).length > 0) {
    if (Date.now() > deadline) return false;
    await new Promise((done) => setTimeout(done, 25));
  }
  return true;
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
