import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type TemporaryFolder = {
  path: string;
  /** Writes a file, making the folders on the way; anything but text becomes JSON. */
  write(name: string, content: unknown): void;
  remove(): void;
};

/** A folder for one test. */
export function makeTemporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'support-credits-playground-'));
  return {
    path,
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
