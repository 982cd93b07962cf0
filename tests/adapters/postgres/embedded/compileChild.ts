import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSources } from '../../../helpers/compileSources';

/**
 * Compiles the embedded start into `folder` and answers a script for a Node process of its own: it starts the server in
 * the folder named by its argument, prints the address, and then just lives.
 */
export function compileChild(folder: string): string {
  compileSources(folder, ['src/adapters/postgres/embedded', 'src/use-cases/ports']);
  const script = join(folder, 'child.cjs');
  writeFileSync(
    script,
    `const { startEmbeddedPostgres } = require('./src/adapters/postgres/embedded/startEmbeddedPostgres.js');
     startEmbeddedPostgres({ dataDir: process.argv[2] }).then((server) => console.log(server.connectionString));
     setInterval(() => undefined, 1000);`,
  );
  return script;
}
