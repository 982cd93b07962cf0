import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ChosenServer } from './chooseServer';
import { embeddedPostgresError } from './embeddedPostgresError';
import { clusterFolder, logFile } from './layout';
import { readPostmasterFile } from './postmasterFile';
import { stopServer } from './stopServer';

/** A server that takes connections. `exited` is kept when it ends, for whatever reason. */
export type LaunchedServer = { pid: number; isRunning(): boolean; exited: Promise<void> };

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 5;
const MAX_LOG_BYTES = 5 * 1024 * 1024;

/** Starts the server on the loopback address and comes back when it takes connections; recovery after a crash included. */
export async function launchServer(
  dataDir: string,
  server: ChosenServer,
  port: number,
): Promise<LaunchedServer> {
  const log = openSync(logFile(dataDir), isLogTooLong(dataDir) ? 'w' : 'a', 0o600);
  const [program = '', ...args] = [...server.user.prefix, ...serverCommand(dataDir, server, port)];
  const child = spawn(program, args, {
    cwd: '/',
    env: server.env,
    uid: server.user.uid,
    gid: server.user.gid,
    stdio: ['ignore', log, log],
    // A session of its own: Ctrl-C in a terminal must reach us, who then stop the server in order.
    detached: true,
  });
  child.unref();
  closeSync(log);
  let hasEnded = false;
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  const pid = child.pid ?? 0;
  const isRunning = () => !hasEnded;
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (isRunning() && Date.now() < deadline) {
    const file = readPostmasterFile(clusterFolder(dataDir));
    if (file?.pid === pid && file.isReady) return { pid, isRunning, exited };
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  await stopServer(pid, isRunning);
  throw embeddedPostgresError(
    'embedded_postgres_failed',
    `The database server in ${dataDir} did not start: ${lastWords(dataDir)}`,
  );
}

function serverCommand(dataDir: string, server: ChosenServer, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    shared_buffers: '24MB',
    max_wal_size: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return [
    join(server.binFolder, 'postgres'),
    '-D',
    clusterFolder(dataDir),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

function isLogTooLong(dataDir: string): boolean {
  return (statSync(logFile(dataDir), { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES;
}

function lastWords(dataDir: string): string {
  const lines = readFileSync(logFile(dataDir), 'utf8').trim().split('\n');
  return lines.slice(-6).join(' | ').slice(-800) || 'it said nothing';
}
