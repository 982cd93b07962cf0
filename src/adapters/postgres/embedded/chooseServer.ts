import { join } from 'node:path';
import { embeddedPostgresError } from './embeddedPostgresError';
import { COMMAND_ENVIRONMENT, runCommand } from './runCommand';
import type { ServerProgram } from './serverProgram';
import type { ServerUser } from './serverUser';

/** A server that was seen to run here: its programs, the user it runs as, its environment and major version. */
export type ChosenServer = ServerProgram & {
  user: ServerUser;
  env: Record<string, string>;
  majorVersion: string;
};

const PROBE_TIMEOUT_MS = 5_000;

/**
 * Tries every program with every user and takes the first that answers its version, and has the version of the
 * cluster when there is one (PostgreSQL does not open another major's files).
 * Throws `embedded_postgres_unavailable` when none does.
 */
export async function chooseServer(
  programs: readonly ServerProgram[],
  users: readonly ServerUser[],
  clusterVersion: string | undefined,
): Promise<ChosenServer> {
  const failures: string[] = [];
  for (const program of programs) {
    const env = environmentOf(program);
    for (const user of users) {
      try {
        const majorVersion = await readMajorVersion(program, user, env);
        if (clusterVersion === undefined || majorVersion === clusterVersion) {
          return { ...program, user, env, majorVersion };
        }
        failures.push(`${program.binFolder} is version ${majorVersion}, the data is of ${clusterVersion}`);
        break;
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  }
  throw embeddedPostgresError(
    'embedded_postgres_unavailable',
    'No PostgreSQL server can run on this machine: set DATABASE_URL to the address of a PostgreSQL database.',
    failures.length > 0 ? new Error(failures.join('; ')) : undefined,
  );
}

async function readMajorVersion(program: ServerProgram, user: ServerUser, env: Record<string, string>) {
  const command = [...user.prefix, join(program.binFolder, 'postgres'), '--version'];
  const answer = await runCommand(command, { ...user, env, timeoutMs: PROBE_TIMEOUT_MS });
  const version = /\(PostgreSQL\) (\d+)/.exec(answer)?.[1];
  if (version === undefined) throw new Error(`${program.binFolder}/postgres answers no version`);
  return version;
}

function environmentOf(program: ServerProgram): Record<string, string> {
  if (program.libraryPath === undefined) return COMMAND_ENVIRONMENT;
  const name = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return { ...COMMAND_ENVIRONMENT, [name]: program.libraryPath };
}
