import { readBuyUrl } from '../../src/playground/readBuyUrl.mjs';
import { DEFAULT_POLICY } from '../../src/domain/policy/policy';
import { makeTemporaryFolder, type TemporaryFolder } from './temporaryFolder';
import { join } from 'node:path';

describe('readBuyUrl', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = makeTemporaryFolder();
  });

  afterEach(() => folder.remove());

  const readOf = (policy: unknown) => {
    folder.write('policy.json', policy);
    return readBuyUrl(join(folder.path, 'policy.json'));
  };

  it('is what the policy of the bridge says', () => {
    expect(readOf({ buyUrl: 'https://shop.example.test/credits' })).toBe('https://shop.example.test/credits');
  });

  it('is that of the published rules where no policy says anything', () => {
    expect(readBuyUrl(undefined)).toBe(DEFAULT_POLICY.buyUrl);
    expect(readOf({ noteLanguage: 'ru' })).toBe(DEFAULT_POLICY.buyUrl);
  });

  it.each([['shop'], ['javascript:alert(1)'], [7]])('refuses %j', (buyUrl) => {
    expect(() => readOf({ buyUrl })).toThrow('wants an address');
  });

  it('refuses a file that is not there, or is no JSON', () => {
    expect(() => readOf('{')).toThrow('is no JSON file');
    expect(() => readBuyUrl(join(folder.path, 'nothing.json'))).toThrow('is no JSON file');
  });
});
