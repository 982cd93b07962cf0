import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderPackage } from '../../src/playground/renderPackage.mjs';
import { sampleManifest, writeSamplePackage } from './samplePackage';
import { makeTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

describe('renderPackage', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = makeTemporaryFolder();
    writeSamplePackage(folder, 'app');
  });

  afterEach(() => folder.remove());

  const render = (bridgeUrl: string, webhookSecret = 'a-secret') => {
    const to = join(folder.path, 'rendered');
    renderPackage({
      from: join(folder.path, 'app'),
      to,
      bridgeUrl,
      webhookSecret,
      buyUrl: 'https://shop.example.test/',
    });
    const read = (name: string) => JSON.parse(readFileSync(join(to, name), 'utf8'));
    return { manifest: read('manifest.json'), requirements: read('requirements.json') };
  };

  it('writes address, allowed domain and secret where they belong', () => {
    const { manifest, requirements } = render('https://credits.example.test/');
    expect(manifest.domainWhitelist).toEqual(['credits.example.test']);
    expect(manifest.parameters[0].default).toBe('https://credits.example.test');
    expect(requirements.webhooks.hook.endpoint).toBe('https://credits.example.test/webhooks/zendesk');
    expect(requirements.webhooks.hook.signing_secret.secret).toBe('a-secret');
  });

  it('allows an unusual port with and without its number', () => {
    expect(render('http://localhost:4002').manifest.domainWhitelist).toEqual(['localhost', 'localhost:4002']);
  });

  it('keeps a secret whole that would break JSON or a replacement pattern', () => {
    const secret = 'quote " backslash \\ dollar $& line\nend';
    const { requirements } = render('https://credits.example.test', secret);
    expect(requirements.webhooks.hook.signing_secret.secret).toBe(secret);
  });

  it('leaves no file of an earlier rendering', () => {
    folder.write('rendered/assets/old.js', 'old');
    render('https://credits.example.test');
    expect(() => readFileSync(join(folder.path, 'rendered/assets/old.js'))).toThrow();
  });

  it('refuses a placeholder that it does not know', () => {
    folder.write('app/manifest.json', { ...sampleManifest, name: '__SOMETHING_NEW__' });
    expect(() => render('https://credits.example.test')).toThrow('__SOMETHING_NEW__');
  });
});
