import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppPackage } from './AppPackage';

/** Reads an unpacked app; throws a sentence when manifest.json is missing or a file is not JSON. */
export function readAppPackage(folder: string, settings: Record<string, unknown>): AppPackage {
  const requirements = join(folder, 'requirements.json');
  return {
    manifest: readJson(join(folder, 'manifest.json')),
    requirements: existsSync(requirements) ? readJson(requirements) : undefined,
    settings,
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Error(`The app package has no readable ${path}.`, { cause });
  }
}
