import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { transformFileSync } from '@swc/core';

const root = join(__dirname, '../../../..');
const embedded = join(root, 'src/adapters/postgres/embedded');

/**
 * Compiles the embedded start into `folder` and answers a script for a Node process of its own: it starts the server in
 * the folder named by its argument, prints the address, and then just lives.
 */
export function compileChild(folder: string): string {
  const sources = readdirSync(embedded)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(embedded, name));
  for (const source of [...sources, join(root, 'src/use-cases/ports.ts')]) {
    const target = join(folder, relative(root, dirname(source)), basename(source).replace(/ts$/, 'js'));
    mkdirSync(dirname(target), { recursive: true });
    const { code } = transformFileSync(source, {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(target, code);
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const script = join(folder, 'child.cjs');
  writeFileSync(
    script,
    `const { startEmbeddedPostgres } = require('./src/adapters/postgres/embedded/startEmbeddedPostgres.js');
     startEmbeddedPostgres({ dataDir: process.argv[2] }).then((server) => console.log(server.connectionString));
     setInterval(() => undefined, 1000);`,
  );
  return script;
}
