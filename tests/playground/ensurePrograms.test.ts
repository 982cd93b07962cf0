import { ensurePrograms } from '../../src/playground/ensurePrograms.mjs';
import { makeTemporaryFolder } from './temporaryFolder';

describe('ensurePrograms', () => {
  it('is content when all of them are there', async () => {
    await expect(ensurePrograms(['sh', 'ls'])).resolves.toBeUndefined();
  });

  it('says what to install when one is missing and cannot be installed', async () => {
    const empty = makeTemporaryFolder();
    try {
      // Nothing is on this path, so that apt-get is not found either and this machine stays as it is.
      await expect(ensurePrograms(['curl', 'openssl'], { PATH: empty.path })).rejects.toThrow(
        'need curl and openssl: apt-get install curl openssl.',
      );
    } finally {
      empty.remove();
    }
  });
});
