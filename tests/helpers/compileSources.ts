import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';

const ROOT = join(__dirname, '../..');

/**
 * Compiles the sources below `paths` (relative to the repository) into `folder`, beside a link to the packages, for a Node
 * process of its own.
 */
export function compileSources(folder: string, paths: readonly string[]): void {
  for (const source of paths.flatMap((path) => listSources(join(ROOT, path)))) {
    const target = join(folder, relative(ROOT, source).replace(/ts$/, 'js'));
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformFileSync(source, {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(target, code);
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

function listSources(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
