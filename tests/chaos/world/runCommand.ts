import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const COMMAND_TIMEOUT_MS = 180_000;

/** How a command on the bridge's host ended. */
export type CommandResult = { code: number; output: string; errors: string };

/** `support-credits <args>` as an operator runs it; killed when it does not end. */
export function runCommand(env: Record<string, string>, args: readonly string[]): Promise<CommandResult> {
  const child = spawn(process.execPath, ['dist/bridge/support-credits.js', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: COMMAND_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output, errors }));
  });
}
