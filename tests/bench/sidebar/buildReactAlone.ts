import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';

const CONFIG = join(__dirname, '../../../webpack.config.js');

/** Builds the page with React alone as the app is built; answers its script. */
export async function buildReactAlone(): Promise<Buffer> {
  const path = await mkdtemp(join(tmpdir(), 'support-credits-react-'));
  const { default: configs } = (await import(CONFIG)) as { default: webpack.Configuration[] };
  const [app] = configs;
  const config: webpack.Configuration = {
    ...app,
    name: 'react-alone',
    entry: join(__dirname, 'reactAlone.ts'),
    output: { path, filename: 'main.js' },
    // Without the files of the package, with what is said to the browser about the script.
    plugins: app?.plugins?.filter((plugin) => plugin instanceof webpack.BannerPlugin) ?? [],
  };
  try {
    await new Promise<void>((resolve, reject) => {
      webpack(config, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
        else resolve();
      });
    });
    return await readFile(join(path, 'main.js'));
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}
