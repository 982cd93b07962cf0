import { readFileSync } from 'node:fs';
import { isProcessAlive } from './processIdentity';
import { COMMAND_ENVIRONMENT, runCommand } from './runCommand';

/** Whether this process lives and is the database server of this cluster, and no stranger that was given its number. */
export async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  if (!isProcessAlive(pid)) return false;
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
