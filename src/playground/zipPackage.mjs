import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { listFiles } from './listFiles.mjs';

/** One fixed time for every entry, in local time as the zip format keeps it: the same files give the same zip. */
const ENTRY_TIME = new Date(2000, 0, 1);

/**
 * Zips all files of a folder, its manifest.json at the root, in the order of their names.
 * @param {string} folder
 * @param {string} zipPath
 */
export async function zipPackage(folder, zipPath) {
  const zip = new yazl.ZipFile();
  for (const path of listFiles(folder)) {
    zip.addFile(join(folder, path), path, { mtime: ENTRY_TIME, mode: 0o100644, forceDosTimestamp: true });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(zipPath));
}
