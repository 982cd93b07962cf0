import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const COMPILER = join(__dirname, '../simulators/compileOnRequire.cjs');

/** A part of a bench in a process of its own, so that its processor time can be told apart. */
export type Child = {
  /** What the process said first, when it was ready. */
  ready: unknown;
  /** Sends one order and comes back with its answer; one question is asked at a time. */
  ask(order: string): Promise<unknown>;
  stop(): Promise<void>;
};

/** Runs the script at `path` (TypeScript, absolute) with these variables besides our own, and waits for its first message. */
export async function startChild(path: string, env: Record<string, string>): Promise<Child> {
  const child = fork(path, [], { execArgv: ['--require', COMPILER], env: { ...process.env, ...env } });
  const ended = once(child, 'exit');
  const answer = async (): Promise<unknown> =>
    Promise.race([
      once(child, 'message').then(([message]: unknown[]) => message),
      ended.then(([code]) => Promise.reject(new Error(`${path} ended with ${String(code)}.`))),
    ]);
  return {
    ready: await answer(),
    async ask(order) {
      const answered = answer();
      child.send(order);
      return answered;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
