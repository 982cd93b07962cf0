import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clusterFolder } from '../../../src/adapters/postgres/embedded/layout';

/** Linux counts processor time in hundredths of a second for whoever reads it (`getconf CLK_TCK`). */
const MS_PER_TICK = 10;

/** Processor time (ms) of the embedded server in this folder so far, with all its processes, ended ones too. */
export function readDatabaseCpuMs(dataDir: string): number {
  const server = Number(readFileSync(join(clusterFolder(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0]);
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? readFields(name) : undefined;
    if (fields === undefined) continue;
    if (Number(name) === server) ticks += add(fields.slice(11, 15));
    else if (Number(fields[1]) === server) ticks += add(fields.slice(11, 13));
  }
  return ticks * MS_PER_TICK;
}

/** What follows the name of the program in `/proc/<pid>/stat` (proc(5)): state, parent … utime, stime, cutime, cstime. */
function readFields(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // The process ended while the folder was read.
    return undefined;
  }
}

const add = (ticks: readonly string[]) => ticks.reduce((sum, each) => sum + Number(each), 0);
