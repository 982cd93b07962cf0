import { readFileSync } from 'node:fs';
import { isProcessAlive } from './processIdentity';
import { readPostmasterFile, removePostmasterFile } from './postmasterFile';
import { COMMAND_ENVIRONMENT, runCommand } from './runCommand';
import { stopServer } from './stopServer';

/**
 * Clears the way for a start, when the caller owns the folder's lock: a server that outlived its owner is stopped, and
 * the pid file of a server that is gone is removed, also when its number belongs to a stranger by now (PostgreSQL
 * itself would refuse to start then). Answers whether a server had to be stopped.
 */
export async function stopLeftover(cluster: string): Promise<boolean> {
  const file = readPostmasterFile(cluster);
  if (file === undefined) return false;
  const isOurs = isProcessAlive(file.pid) && (await isServerOf(cluster, file.pid));
  if (isOurs) await stopServer(file.pid, () => isProcessAlive(file.pid));
  removePostmasterFile(cluster);
  return isOurs;
}

async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  const command = await readCommandLine(pid);
  return command.includes('postgres') && command.includes(cluster);
}

/** Small Linux systems come without `ps`, other systems without `/proc`. */
async function readCommandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  }
  const command = ['ps', '-ww', '-o', 'args=', '-p', String(pid)];
  return runCommand(command, { env: COMMAND_ENVIRONMENT, timeoutMs: 5_000 });
}
