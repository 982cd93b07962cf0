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

/** The files that a server is to open: of which major version, and in which data folder. */
export type ExistingCluster = { majorVersion: string; dataDir: string };

const PROBE_TIMEOUT_MS = 5_000;

/**
 * Tries every program with every user and takes the first that answers its version, and has the version of the
 * cluster when there is one (PostgreSQL does not open another major's files).
 * Throws `embedded_postgres_unavailable` when none does, `embedded_postgres_outdated` when all are of other versions.
 */
export async function chooseServer(
  programs: readonly ServerProgram[],
  users: readonly ServerUser[],
  cluster: ExistingCluster | undefined,
): Promise<ChosenServer> {
  const failures: string[] = [];
  const otherVersions = new Set<string>();
  for (const program of programs) {
    const env = environmentOf(program);
    for (const user of users) {
      try {
        const majorVersion = await readMajorVersion(program, user, env);
        if (cluster === undefined || majorVersion === cluster.majorVersion) {
          return { ...program, user, env, majorVersion };
        }
        otherVersions.add(majorVersion);
        break;
      } catch (error) {
        failures.push((error as Error).message);
      }
    }
  }
  if (cluster !== undefined && otherVersions.size > 0) throw toOutdatedError(cluster, [...otherVersions]);
  throw embeddedPostgresError(
    'embedded_postgres_unavailable',
    'No PostgreSQL server can run on this machine: set DATABASE_URL to the address of a PostgreSQL database.',
    failures.length > 0 ? new Error(failures.join('; ')) : undefined,
  );
}

function toOutdatedError({ majorVersion, dataDir }: ExistingCluster, found: readonly string[]) {
  return embeddedPostgresError(
    'embedded_postgres_outdated',
    `The database in ${dataDir} is of PostgreSQL ${majorVersion}, and here is version ${found.join(' and ')}, which does ` +
      'not open its files. With the build that ran last: support-credits backup --out FILE. Then move that folder away, and ' +
      `with this build: support-credits restore --from FILE. Or install PostgreSQL ${majorVersion} on this machine.`,
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
