import { execFile } from 'node:child_process';

export type CommandOptions = { timeoutMs: number; env: Record<string, string>; uid?: number; gid?: number };

/** The server and its tools see this environment and nothing of ours, so a stray PGDATA or locale cannot steer them. */
export const COMMAND_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Runs one program to its end and answers its standard output. Throws with the last words of its error output when it
 * fails, cannot be started, or is not done after `timeoutMs` (then it is killed).
 */
export function runCommand(command: readonly string[], options: CommandOptions): Promise<string> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      {
        cwd: '/',
        env: options.env,
        timeout: options.timeoutMs,
        killSignal: 'SIGKILL',
        uid: options.uid,
        gid: options.gid,
        maxBuffer: 4 * 1024 * 1024,
      },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const words = error.killed
          ? `no end after ${options.timeoutMs} ms`
          : stderr.trim().slice(-600) || error.message;
        reject(new Error(`${program} failed: ${words}`, { cause: error }));
      },
    );
  });
}
