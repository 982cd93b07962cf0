import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where they stand, for what reads them as files. */
export const TEST_KEY_FOLDER = join(__dirname, '../../fixtures/billmanager/tls');

const readKeyPair = (name: string) => ({
  key: readFileSync(join(TEST_KEY_FOLDER, `${name}.key.pem`), 'utf8'),
  cert: readFileSync(join(TEST_KEY_FOLDER, `${name}.cert.pem`), 'utf8'),
});

/** Key pairs that stand in the repository for tests only, each self-signed. */
export const TEST_KEY_PAIRS = {
  own: readKeyPair('testOnly'),
  other: readKeyPair('otherTestOnly'),
  expired: readKeyPair('expiredTestOnly'),
};
