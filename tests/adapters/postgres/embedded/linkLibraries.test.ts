import { cpSync, existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chooseServer } from '../../../../src/adapters/postgres/embedded/chooseServer';
import { findPackagedProgram } from '../../../../src/adapters/postgres/embedded/findPackagedProgram';
import { linkLibraries } from '../../../../src/adapters/postgres/embedded/linkLibraries';
import { startEmbeddedPostgres } from '../../../../src/adapters/postgres/embedded/startEmbeddedPostgres';

describe('linkLibraries', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a package run whose install script was blocked, without writing into the package', async () => {
    // Given a copy as npm leaves it with --ignore-scripts: no links.
    const native = join(folder, 'package/native');
    cpSync(packagedNative(), native, {
      recursive: true,
      filter: (path) => !lstatSync(path).isSymbolicLink(),
    });
    const binFolder = join(native, 'bin');
    const users = [{ prefix: [] }];
    await expect(chooseServer([{ binFolder }], users, undefined)).rejects.toMatchObject({
      code: 'embedded_postgres_unavailable',
    });
    // When the links are made beside the data.
    const libraryPath = linkLibraries(native, join(folder, 'links'));
    // Then the server starts from the copy.
    const dataDir = join(folder, 'data');
    const server = await startEmbeddedPostgres({ dataDir, programs: [{ binFolder, libraryPath }] });
    await server.stop();
    expect(libraryPath).toBe([join(folder, 'links'), join(native, 'lib')].join(':'));
    expect(existsSync(join(native, 'lib/libpq.so.5'))).toBe(false);
  });

  it('does nothing for a package whose links stand', () => {
    expect(linkLibraries(packagedNative(), join(folder, 'links'))).toBeUndefined();
  });
});

function packagedNative(): string {
  const native = findPackagedProgram(dirname(__filename));
  if (native === undefined) throw new Error('The packaged server is not installed.');
  return native;
}
