import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { COMMAND_ENVIRONMENT } from './runCommand';

const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Folders that hold both `initdb` and `postgres` of an installed server: on the path first, then Debian's, newest first. */
export function findInstalledPrograms(): string[] {
  const onPath = COMMAND_ENVIRONMENT.PATH.split(delimiter)
    .map((folder) => join(folder, 'initdb'))
    .filter((path) => existsSync(path))
    .map((path) => dirname(realpathSync(path)));
  const folders = [...onPath, ...debianFolders()];
  return [...new Set(folders)].filter(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  return readdirSync(DEBIAN_FOLDER)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_FOLDER, version, 'bin'));
}
