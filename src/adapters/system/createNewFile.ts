import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { NewFile } from '../../use-cases/ports/backup';

/**
 * Begins a file that only its owner may read. It is written beside its name and linked to it when it is whole, so that nobody
 * meets a part of it, and what is there already stays: then this fails with `EEXIST`, at once where it can.
 */
export async function createNewFile(path: string): Promise<NewFile> {
  if (existsSync(path)) throw Object.assign(new Error(`${path} is there already.`), { code: 'EEXIST' });
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  const file = await open(draft, 'wx', 0o600);
  let isOver = false;
  const discard = async () => {
    if (isOver) return;
    isOver = true;
    await rm(draft, { force: true });
    await file.close();
  };
  return {
    write: (piece) => file.writeFile(piece),
    async keep() {
      await file.sync();
      await link(draft, path);
      await discard();
      await syncFolder(dirname(path));
    },
    discard,
  };
}

/** The name of a file is durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
