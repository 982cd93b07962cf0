import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import { makeTemporaryFolder } from './temporaryFolder';

const configurations = createRequire(__filename)('../../webpack.config.js') as Configuration[];

/** A build takes seconds, many on a busy machine. */
jest.setTimeout(60_000);

const MAX_BYTES = 12 * 1024;

describe('the script for the help center', () => {
  it('is one small file that writes no markup and asks nobody but the help center and the bridge', async () => {
    const folder = makeTemporaryFolder();
    const config = configurations.find(({ name }) => name === 'help-center')!;
    try {
      const output = { ...config.output, path: folder.path };
      const compiler = webpack({ ...config, output })!;
      const stats = await new Promise<webpack.Stats>((resolve, reject) => {
        compiler.run((error, result) => (result === undefined ? reject(error as Error) : resolve(result)));
      });
      expect(stats.compilation.errors).toEqual([]);
      expect(readdirSync(folder.path)).toEqual(['support-credits.js']);
      const script = readFileSync(join(folder.path, 'support-credits.js'));
      expect(gzipSync(script).length).toBeLessThan(MAX_BYTES);
      expect(String(script)).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?:\/\/[a-z]/,
      );
    } finally {
      folder.remove();
    }
  });
});
