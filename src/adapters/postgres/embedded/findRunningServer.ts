import { isServerOf } from './isServerOf';
import { clusterFolder } from './layout';
import { readPostmasterFile } from './postmasterFile';

/** The port on which a server of this folder takes connections, whoever runs it; undefined while none does. */
export async function findRunningServer(dataDir: string): Promise<number | undefined> {
  const file = readPostmasterFile(clusterFolder(dataDir));
  if (file === undefined || !file.isReady) return undefined;
  return (await isServerOf(clusterFolder(dataDir), file.pid)) ? file.port : undefined;
}
