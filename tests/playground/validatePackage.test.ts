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
      buyUrl: 'https://shop.example.test/',
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

  const told = sampleRequirements.triggers.told;
  const triggerWith = (changes: object) => requirementsWith({ triggers: { told: { ...told, ...changes } } });
  const askedWith = (condition: object) =>
    triggerWith({ conditions: { all: [...told.conditions.all, condition], any: [] } });
  const mailOf = (body: string) =>
    triggerWith({ actions: [{ field: 'notification_user', value: ['requester_id', 'Subject', body] }] });

  it.each([
    [{ field: 'weather', operator: 'is', value: 'fine' }, 'condition weather, which a trigger does not know'],
    [{ field: 'status', operator: 'includes', value: 'open' }, 'status with the operator includes'],
    [{ field: 'status', operator: 'is', value: 'asleep' }, 'compares status with asleep'],
    [{ field: 'current_tags', operator: 'includes', value: 'tech teck' }, 'the tag teck, which nothing sets'],
  ])('refuses the condition %j', (condition, words) => {
    expect(problemsWith(askedWith(condition))).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    [[], 'has no actions'],
    [[{ field: 'comment_value', value: 'Hello' }], 'the action comment_value, which a trigger does not know'],
    [[{ field: 'current_tags', value: ' ' }], 'current_tags without a tag'],
    [[{ field: 'notification_user', value: ['somebody', 'S', 'B'] }], 'mails to somebody'],
  ])('refuses the actions %j', (actions, words) => {
    expect(problemsWith(triggerWith({ actions }))).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['', 'an empty text'],
    ['{% case ticket.id %}{% when 1 %}one', 'not Liquid'],
    ['{{ ticket.id | shout }}', 'not Liquid'],
    ['{{ ticket.requestor.name }}', 'unknown placeholder ticket.requestor.name'],
    [
      '{{ ticket.requester.custom_fields.wealth }}',
      'unknown placeholder ticket.requester.custom_fields.wealth',
    ],
    ['{{ ticket.ticket_field_wealth }}', 'unknown placeholder ticket.ticket_field_wealth'],
    [
      '{% if ticket.ticket_field_option_title_mood %}x{% endif %}',
      'unknown placeholder ticket.ticket_field_option_title_mood',
    ],
  ])('refuses the mail «%s»', (body, words) => {
    expect(problemsWith(mailOf(body))).toEqual([expect.stringContaining(words)]);
  });

  it('lets a mail name a ticket field of the package, and the title of its option', () => {
    const line = '{{ ticket.ticket_field_support_line }} {{ ticket.ticket_field_option_title_support_line }}';
    expect(problemsWith(mailOf(line))).toEqual([]);
  });

  it('refuses triggers that are not in the order of their titles, and two with one title', () => {
    const triggers = { b: { ...told, title: 'T · 2 · b' }, a: { ...told, title: 'T · 1 · a' } };
    expect(problemsWith(requirementsWith({ triggers }))).toEqual([
      expect.stringContaining('not in the order'),
    ]);
    expect(problemsWith(requirementsWith({ triggers: { a: told, b: told } }))).toEqual([
      expect.stringContaining('two triggers are called «Tell»'),
    ]);
  });

  it.each([
    [{ all: [] }, 'wants a condition on status'],
    [{ all: [{ field: 'update_type', operator: 'is', value: 'Create' }] }, 'which a view does not know'],
    [{ output: { columns: [] } }, 'shows no columns'],
    [{ output: { columns: ['mood'] } }, 'unknown column mood'],
    [{ output: { columns: ['status'], sort_by: 'subject' } }, 'cannot be sorted or grouped by subject'],
  ])('refuses the view with %j', (changes, words) => {
    const open = { field: 'status', operator: 'less_than', value: 'solved' };
    const view = { title: 'V', all: [open], any: [], output: { columns: ['status'] } };
    const problems = problemsWith(requirementsWith({ views: { view: { ...view, ...changes } } }));
    expect(problems).toContainEqual(expect.stringContaining(words));
    expect(problemsWith(requirementsWith({ views: { view } }))).toEqual([]);
  });

  it('refuses a macro whose reply is neither public nor private', () => {
    const actions = [{ field: 'comment_mode_is_public', value: 'perhaps' }];
    expect(problemsWith(requirementsWith({ macros: { m: { title: 'M', actions } } }))).toEqual([
      expect.stringContaining('neither public nor private'),
    ]);
  });

  it('refuses one tag in two dropdowns', () => {
    const { support_line } = sampleRequirements.ticket_fields;
    const fields = { ticket_fields: { support_line, other: { ...support_line, title: 'Other' } } };
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
