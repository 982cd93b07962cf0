import { isServerOf } from './isServerOf';
import { isProcessAlive } from './processIdentity';
import { readPostmasterFile, removePostmasterFile } from './postmasterFile';
import { stopServer } from './stopServer';

/**
 * Clears the way for a start, when the caller owns the folder's lock: a server that outlived its owner is stopped, and
 * the pid file of a server that is gone is removed, also when its number belongs to a stranger by now (PostgreSQL
 * itself would refuse to start then). Answers whether a server had to be stopped.
 */
export async function stopLeftover(cluster: string): Promise<boolean> {
  const file = readPostmasterFile(cluster);
  if (file === undefined) return false;
  const isOurs = await isServerOf(cluster, file.pid);
  if (isOurs) await stopServer(file.pid, () => isProcessAlive(file.pid));
  removePostmasterFile(cluster);
  return isOurs;
}
