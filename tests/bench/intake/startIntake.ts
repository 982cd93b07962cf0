import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { IntakeOrder, Memory } from './intakeChild';

const COMPILER = join(__dirname, '../../simulators/compileOnRequire.cjs');

/** The routes in a process of their own. */
export type Intake = {
  port: number;
  /** What the process holds once its garbage is collected. */
  readMemory(): Promise<Memory>;
  /** Starts, or stops, working the queue off. */
  order(order: Exclude<IntakeOrder, 'memory'>): void;
  stop(): void;
};

/** Starts them on this database, with the queue of production or with the floor's. */
export async function startIntake(options: {
  kind: 'product' | 'floor';
  connectionString: string;
  secret: string;
}): Promise<Intake> {
  const { kind, connectionString, secret } = options;
  const child = fork(join(__dirname, 'intakeChild.ts'), [], {
    execArgv: ['--expose-gc', '--require', COMPILER],
    env: { ...process.env, DATABASE_URL: connectionString, WEBHOOK_SECRET: secret, INTAKE: kind },
  });
  const answer = async () => (await once(child, 'message'))[0] as { port: number } & Memory;
  const { port } = await answer();
  return {
    port,
    async readMemory() {
      const answered = answer();
      child.send('memory' satisfies IntakeOrder);
      return await answered;
    },
    order: (order) => void child.send(order),
    stop: () => child.disconnect(),
  };
}
