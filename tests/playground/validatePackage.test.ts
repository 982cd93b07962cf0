import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { renderPackage } from '../../src/playground/renderPackage.mjs';
import { validatePackage } from '../../src/playground/validatePackage.mjs';
import { sampleManifest, sampleRequirements, writeSamplePackage } from './samplePackage';
import { makeTemporaryFolder, type TemporaryFolder } from './temporaryFolder';

const webhookSecret = 'the-webhook-secret-of-the-test';

describe('validatePackage', () => {
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = makeTemporaryFolder();
  });

  afterEach(() => folder.remove());

  const problemsWith = (changes: Record<string, unknown> = {}) => {
    writeSamplePackage(folder, 'app', changes);
    const to = join(folder.path, 'rendered');
    renderPackage({
      from: join(folder.path, 'app'),
      to,
      bridgeUrl: 'https://credits.example.test',
      webhookSecret,
    });
    return validatePackage(to, { webhookSecret });
  };
  const manifestWith = (changes: object) => ({ 'manifest.json': { ...sampleManifest, ...changes } });
  const requirementsWith = (changes: object) => ({
    'requirements.json': { ...sampleRequirements, ...changes },
  });
  const parametersOf = (parameter: object) =>
    manifestWith({ parameters: [...sampleManifest.parameters, parameter] });

  it('finds nothing in a sound package', () => {
    expect(problemsWith()).toEqual([]);
  });

  it.each([
    [{ author: { name: 'A' } }, 'author.email'],
    [{ defaultLocale: 'english' }, 'defaultLocale'],
    [{ defaultLocale: 'de' }, 'translations/de.json'],
    [{ frameworkVersion: '1.0' }, 'frameworkVersion'],
    [{ version: 'one' }, 'version'],
    [{ private: 'yes' }, 'private'],
    [{ location: undefined }, 'location.support'],
    [{ location: { support: { ticket_sidebar: 'assets/nowhere.html' } } }, 'assets/nowhere.html'],
    [{ location: { support: { sidebar: 'assets/iframe.html' } } }, 'no location sidebar'],
    [{ location: { support: { nav_bar: 'assets/iframe.html' } } }, 'assets/icon_nav_bar.svg'],
    [{ domainWhitelist: ['https://x.test/path'] }, 'domainWhitelist'],
  ])('refuses the manifest with %j', (changes, words) => {
    expect(problemsWith(manifestWith(changes))).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    [{ name: 'p', type: 'password' }, 'unknown type password'],
    [{ name: 'p', type: 'hidden', required: true }, 'may not be required'],
    [{ name: 'p', secure: true }, 'names no scopes'],
    [{ name: 'p', secure: true, scopes: ['cookie'] }, 'unknown scope cookie'],
    [{ name: 'p', scopes: ['header'] }, 'not secure'],
  ])('refuses the parameter %j', (parameter, words) => {
    const problems = problemsWith(parametersOf(parameter));
    expect(problems.filter((problem) => problem.startsWith('manifest'))).toEqual([
      expect.stringContaining(words),
    ]);
  });

  it('wants a label for every parameter', () => {
    expect(problemsWith(parametersOf({ name: 'extra' }))).toEqual([
      expect.stringContaining('app.parameters.extra.label'),
    ]);
  });

  it.each([
    [{ targets: {} }, 'targets is not a kind'],
    [{ user_fields: { a: { type: 'text', title: 'A' } } }, 'user_fields.a has no key'],
    [{ webhooks: { hook: { ...sampleRequirements.webhooks.hook, status: '' } } }, 'has no status'],
    [{ webhooks: { hook: { ...sampleRequirements.webhooks.hook, endpoint: 'http://x.test' } } }, 'not https'],
    [{ webhooks: {} }, 'unknown webhook hook'],
    [{ ticket_fields: {} }, 'unknown ticket field support_line'],
  ])('refuses the requirements with %j', (changes, words) => {
    expect(problemsWith(requirementsWith(changes))).toEqual([expect.stringContaining(words)]);
  });

  it('refuses a trigger that sends something else than JSON, or is for every moment', () => {
    const conditions = { all: [], any: [] };
    const actions = [{ field: 'notification_webhook', value: ['hook', '{"id":{{ticket.id}}}'] }];
    expect(
      problemsWith(requirementsWith({ triggers: { told: { title: 'T', conditions, actions } } })),
    ).toEqual([expect.stringContaining('created or changed'), expect.stringContaining('not JSON')]);
  });

  it('refuses one tag in two dropdowns', () => {
    const { support_line } = sampleRequirements.ticket_fields;
    const fields = { ticket_fields: { support_line, other: support_line } };
    expect(problemsWith(requirementsWith(fields))).toHaveLength(2);
  });

  it('refuses source maps, strange files, placeholders in pages and a secret out of place', () => {
    const problems = problemsWith({
      'assets/main.js.map': '{}',
      'notes.txt': 'a note',
      'assets/iframe.html': '__BRIDGE_URL__',
      'assets/main.js': `const secret = '${webhookSecret}'`,
    });
    expect(problems).toEqual([
      expect.stringContaining('assets/iframe.html: __BRIDGE_URL__'),
      expect.stringContaining('assets/main.js holds the webhook secret'),
      expect.stringContaining('assets/main.js.map is of a kind'),
      expect.stringContaining('notes.txt does not belong'),
    ]);
  });

  it('refuses a symbolic link', () => {
    problemsWith();
    symlinkSync('/etc/hostname', join(folder.path, 'rendered/assets/link.txt'));
    expect(validatePackage(join(folder.path, 'rendered'))).toEqual(['assets/link.txt is a symbolic link.']);
  });

  it('names every problem at once, also of files that are no JSON', () => {
    folder.write('rendered/manifest.json', '{');
    folder.write('rendered/translations/en.json', '[]');
    expect(validatePackage(join(folder.path, 'rendered'))).toEqual([
      'manifest.json is missing or no JSON object.',
      'requirements.json is missing or no JSON object.',
      'translations/en.json is missing or no JSON object.',
    ]);
  });
});
