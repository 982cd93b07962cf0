import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

type PackageLink = { source: string; target: string };

/**
 * npm packages cannot carry symbolic links, so the platform package makes its library links in an install script, and
 * install scripts may be blocked (feasibility.md 3d). Where links are missing they are made in `linkFolder`, never in
 * `node_modules`, which may be read-only. Answers the library path to run with, or undefined when nothing is
 * missing.
 */
export function linkLibraries(nativeFolder: string, linkFolder: string): string | undefined {
  const packageFolder = dirname(nativeFolder);
  const missing = readLinks(nativeFolder).filter((link) => !existsSync(join(packageFolder, link.target)));
  if (missing.length === 0) return undefined;
  rmSync(linkFolder, { recursive: true, force: true });
  mkdirSync(linkFolder, { recursive: true, mode: 0o755 });
  for (const link of missing) {
    symlinkSync(join(packageFolder, link.source), join(linkFolder, basename(link.target)));
  }
  // The package's own folder as well: a library found through a link looks for its like beside the link.
  return [linkFolder, join(nativeFolder, 'lib')].join(delimiter);
}

function readLinks(nativeFolder: string): PackageLink[] {
  const path = join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(path)) return [];
  return JSON.parse(readFileSync(path, 'utf8')) as PackageLink[];
}
