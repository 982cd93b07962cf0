import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedPostgresError } from './embeddedPostgresError';
import { isProcessAlive, readProcessIdentity } from './processIdentity';

const ATTEMPTS = 5;

/**
 * Makes this process the owner of the data folder and answers the release. Throws `embedded_postgres_locked` when a
 * living process (this one included) owns it already. The lock of a dead owner is taken over.
 */
export function takeFolderLock(dataDir: string): () => void {
  const path = join(dataDir, 'owner.json');
  const own = JSON.stringify({ pid: process.pid, identity: readProcessIdentity(process.pid) });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    // A link appears whole or not at all, so nobody reads half a lock.
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (linkAbsent(draft, path)) return () => release(path, own);
      const holder = readText(path);
      if (holder === undefined) continue;
      const pid = livingHolder(holder);
      if (pid !== undefined) throw lockedError(dataDir, pid);
      setAside(path, holder);
    }
    throw lockedError(dataDir, undefined);
  } finally {
    rmSync(draft, { force: true });
  }
}

function linkAbsent(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead owner's lock; if another process was faster, its fresh lock is put back. */
function setAside(path: string, expected: string): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readText(aside) !== expected) linkAbsent(aside, path);
  rmSync(aside, { force: true });
}

function livingHolder(text: string): number | undefined {
  try {
    const { pid, identity } = JSON.parse(text) as { pid: number; identity: string };
    return isProcessAlive(pid) && readProcessIdentity(pid) === identity ? pid : undefined;
  } catch {
    return undefined;
  }
}

function release(path: string, own: string): void {
  if (readText(path) === own) rmSync(path, { force: true });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function lockedError(dataDir: string, pid: number | undefined) {
  const by = pid === undefined ? 'another process' : `process ${pid}`;
  return embeddedPostgresError(
    'embedded_postgres_locked',
    `The database folder ${dataDir} is in use by ${by}: stop it first, or set DATA_DIR to another folder.`,
  );
}
