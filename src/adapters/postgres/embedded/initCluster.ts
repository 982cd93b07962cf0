import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChosenServer } from './chooseServer';
import { embeddedPostgresError } from './embeddedPostgresError';
import { clusterFolder, passwordFile, SUPERUSER } from './layout';
import { runCommand } from './runCommand';
import type { ServerUser } from './serverUser';

const INIT_TIMEOUT_MS = 60_000;

/**
 * Makes the cluster with a fresh password. It is made aside and renamed when whole, so a start that was killed half-way
 * leaves nothing that the next one would take for a database.
 */
export async function initCluster(dataDir: string, server: ChosenServer): Promise<void> {
  const draft = join(dataDir, 'cluster.new');
  const passwordDraft = join(dataDir, 'password.new');
  const password = randomBytes(24).toString('hex');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordDraft, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordDraft, `${password}\n`, { mode: 0o600 });
  giveToServerUser(server.user, dataDir, [draft, passwordDraft]);
  const command = [
    ...server.user.prefix,
    join(server.binFolder, 'initdb'),
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordDraft}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ];
  try {
    await runCommand(command, { ...server.user, env: server.env, timeoutMs: INIT_TIMEOUT_MS });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw embeddedPostgresError(
      'embedded_postgres_failed',
      `The database in ${dataDir} could not be created: ${(error as Error).message}`,
      error,
    );
  } finally {
    rmSync(passwordDraft, { force: true });
  }
  writeFileSync(passwordFile(dataDir), password, { mode: 0o600 });
  renameSync(draft, clusterFolder(dataDir));
}

/** A server that runs as somebody else must own its files and may pass through, not list, the folder they lie in. */
function giveToServerUser(user: ServerUser, dataDir: string, paths: readonly string[]): void {
  if (user.uid === undefined || user.gid === undefined) return;
  chmodSync(dataDir, (statSync(dataDir).mode & 0o777) | 0o011);
  for (const path of paths) chownSync(path, user.uid, user.gid);
}
