import { DEFAULT_POLICY } from '../../../src/domain/policy/policy';
import { DESK_STEPS } from '../../../src/domain/setup/steps';
import type { SeenForm } from '../../../src/use-cases/ports/deskInspection';
import type { Verdict } from '../../../src/domain/setup/steps';
import { BRIDGE_URL, FakeDeskSetup, WANTED } from './FakeDeskSetup';
import { check, forbidden, of, unreachable } from './runCheck';

let desk: FakeDeskSetup;

beforeEach(() => {
  desk = new FakeDeskSetup();
});

describe('checkZendesk', () => {
  it('finds nothing to say about an account where the app was installed', async () => {
    const findings = await check(desk);
    expect([...new Set(findings.map(({ step }) => step))]).toEqual([...DESK_STEPS]);
    expect(findings.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
  });

  it('stops where Zendesk does not take the client, and says what to check', async () => {
    desk.readUser = forbidden;
    const [first, ...others] = await check(desk);
    expect(first).toMatchObject({ step: 'sign-in', verdict: 'problem', found: 'It was refused.' });
    expect(first?.change).toContain('ZENDESK_CLIENT_SECRET');
    expect(others.map(({ step, verdict }) => [step, verdict])).toEqual(
      DESK_STEPS.slice(1).map((step) => [step, 'skipped']),
    );
  });

  it('says what to check where nobody answers in the place of Zendesk', async () => {
    desk.readUser = unreachable;
    const [first] = await check(desk);
    expect(first).toMatchObject({ step: 'sign-in', verdict: 'problem' });
    expect(first?.change).toContain('ZENDESK_URL');
  });

  it('makes a finding of what is not shown, and goes on', async () => {
    desk.readInstallations = forbidden;
    desk.readMacros = forbidden;
    const findings = await check(desk);
    expect(of('app', findings)).toMatchObject([{ verdict: 'problem' }]);
    expect(of('macros', findings)).toMatchObject([{ verdict: 'problem' }]);
    expect(of('triggers', findings)).toMatchObject([{ verdict: 'good' }]);
    expect(of('views', findings)).toMatchObject([{ verdict: 'good' }]);
  });

  it('does not hide a defect of its own', async () => {
    desk.readForms = () => Promise.reject(new TypeError('x'));
    await expect(check(desk)).rejects.toThrow(TypeError);
  });

  it('changes nothing without being told to', async () => {
    desk.triggers = [];
    await check(desk);
    expect(desk.mended).toEqual([]);
  });
});

describe('the user and the scopes', () => {
  it.each<[string, Partial<FakeDeskSetup['user']>, Verdict]>([
    ['an agent', { role: 'agent' }, 'problem'],
    ['an end user', { role: 'end-user' }, 'problem'],
    ['an admin who signs in', { lastSignInAt: '2026-11-20T10:00:00Z' }, 'note'],
    ['an admin whom nobody uses', {}, 'good'],
  ])('%s', async (_what, user, verdict) => {
    desk.user = { ...desk.user, ...user };
    expect(of('user', await check(desk))).toMatchObject([{ verdict }]);
  });

  it.each<[string[] | undefined, Verdict]>([
    [['read', 'write'], 'good'],
    [['read'], 'problem'],
    [['tickets:read', 'users:write'], 'problem'],
    [undefined, 'note'],
  ])('scopes %j', async (scopes, verdict) => {
    desk.scopes = scopes;
    expect(of('scopes', await check(desk))).toMatchObject([{ verdict }]);
  });
});

describe('the app', () => {
  it('may be called anything', async () => {
    desk.installations[0]!.title = 'Кредиты';
    expect(of('app', await check(desk))).toMatchObject([{ verdict: 'good' }]);
  });

  it.each<[string, () => void, Verdict, string]>([
    ['is not there', () => (desk.installations = []), 'note', 'not among the installed apps'],
    ['is switched off', () => (desk.installations[0]!.isEnabled = false), 'note', 'switched off'],
    [
      'looks for another bridge',
      () => (desk.installations[0]!.bridgeUrl = 'https://old.example.test'),
      'problem',
      'https://old.example.test',
    ],
    ['is there twice', () => void desk.install(), 'problem', 'installed 2 times'],
  ])('that %s', async (_what, change, verdict, words) => {
    change();
    const [finding] = of('app', await check(desk));
    expect(finding).toMatchObject({ verdict });
    expect(finding?.found).toContain(words);
  });

  it('that is there twice leaves one set of pieces that are looked at, and names the other', async () => {
    const second = desk.install();
    const ids = (kind: string) => second.made.filter((one) => one.kind === kind).map(({ id }) => id);
    const findings = await check(desk, { isRepairing: true });
    const said = findings.map(({ found }) => found).join('\n');
    for (const id of ids('ticket_fields')) expect(said).toContain(id);
    expect(said).toContain(ids('webhooks')[0]);
    expect(of('triggers', findings).every(({ found }) => found.includes('is there 2 times'))).toBe(true);
    expect(desk.mended).toEqual([]);
  });
});

describe('ticket fields', () => {
  it('are known by their values, whatever they are called', async () => {
    for (const field of desk.fields) field.title = `Renamed ${field.id}`;
    desk.installations = [];
    const findings = await check(desk);
    expect(of('fields', findings).every(({ verdict }) => verdict === 'good')).toBe(true);
    expect(of('triggers', findings)).toMatchObject([{ verdict: 'good' }]);
  });

  it.each<[string, () => void, string]>([
    [
      'is gone',
      () => (desk.fields = desk.fields.filter((one) => one !== desk.field('credit_action'))),
      'No ticket field',
    ],
    ['is switched off', () => (desk.field('support_line').isActive = false), 'is switched off'],
    [
      'has a twin',
      () => void desk.fields.push({ ...desk.field('support_credit'), id: '999', title: 'Twin' }),
      '«Twin» (999)',
    ],
  ])('one that %s is a problem', async (_what, change, words) => {
    change();
    const problems = of('fields', await check(desk)).filter(({ verdict }) => verdict === 'problem');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.found).toContain(words);
  });

  it.each<[string, () => void, Verdict, string]>([
    [
      'is gone',
      () => (desk.fields = desk.fields.filter((one) => one !== desk.field('support_credits_left'))),
      'note',
      'There is no ticket field «Credits left after it',
    ],
    [
      'has lost its pattern',
      () => (desk.field('support_credits_left').pattern = 'x'),
      'note',
      'There is no ticket field «Credits left after it',
    ],
    [
      'is switched off',
      () => (desk.field('support_credits_left').isActive = false),
      'note',
      'is switched off, so mails do not tell',
    ],
    [
      'is there twice',
      () => void desk.fields.push({ ...desk.field('support_credits_left'), id: '999', title: 'Twin' }),
      'problem',
      '«Twin» (999)',
    ],
  ])('the one for the credits left that %s is told', async (_what, change, verdict, words) => {
    change();
    const findings = await check(desk, { isRepairing: true });
    const told = of('fields', findings).filter((finding) => finding.verdict !== 'good');
    expect(told).toMatchObject([{ verdict, found: expect.stringContaining(words) }]);
    expect(told[0]?.change).toBeDefined();
  });

  it('that lack a value get it, and keep what stands there', async () => {
    const field = desk.field('credit_action');
    field.options = field.options.filter(({ value }) => value !== 'credit_action_approve');
    expect(of('fields', await check(desk))).toContainEqual(
      expect.objectContaining({
        verdict: 'problem',
        found: expect.stringContaining('credit_action_approve'),
      }),
    );
    const findings = await check(desk, { isRepairing: true });
    expect(of('fields', findings).map(({ verdict }) => verdict)).toContain('mended');
    const [option] = WANTED.ticketFields
      .flatMap(({ options }) => options)
      .filter(({ value }) => value === 'credit_action_approve');
    expect(desk.mended).toEqual([{ kind: 'add_options', fieldId: field.id, options: [option] }]);
  });
});

describe('user fields', () => {
  it.each<[string, () => void, string]>([
    ['is gone', () => void desk.userFields.shift(), 'no user field with the key support_credits'],
    ['is switched off', () => (desk.userFields[0]!.isActive = false), 'is switched off'],
    ['is of another type', () => (desk.userFields[0]!.type = 'text'), 'of the type text, not integer'],
  ])('one that %s is a problem', async (_what, change, words) => {
    change();
    const [finding] = of('user fields', await check(desk));
    expect(finding?.verdict).toBe('problem');
    expect(finding?.found).toContain(words);
  });
});

describe('forms', () => {
  const ids = () => desk.fields.map(({ id }) => id);
  const form = (changes: Partial<SeenForm> = {}): SeenForm => ({
    id: '7',
    name: 'Support',
    isActive: true,
    isDefault: false,
    isForClients: true,
    fieldIds: ['1', '2'],
    ...changes,
  });

  it('get the fields that are on none, behind what is there, where clients see them', async () => {
    desk.forms = [
      form(),
      form({ id: '8', name: 'Internal', isForClients: false }),
      form({ id: '9', isActive: false }),
    ];
    expect(of('forms', await check(desk))).toMatchObject([{ verdict: 'problem' }]);
    await check(desk, { isRepairing: true });
    expect(desk.mended).toEqual([{ kind: 'set_form_fields', formId: '7', fieldIds: ['1', '2', ...ids()] }]);
  });

  it('that an admin left out are told, and left alone', async () => {
    desk.forms = [form({ fieldIds: ids() }), form({ id: '8', name: 'Sales' })];
    const findings = of('forms', await check(desk, { isRepairing: true }));
    expect(findings).toMatchObject([{ verdict: 'note' }]);
    expect(findings[0]?.found).toContain('on «Sales»');
    expect(desk.mended).toEqual([]);
  });

  it('with all fields are well', async () => {
    desk.forms = [form({ fieldIds: ids() })];
    expect(of('forms', await check(desk))).toMatchObject([{ verdict: 'good' }]);
  });
});

describe('the webhook', () => {
  const other = 'https://other.example.test/webhooks/zendesk';

  it.each<[string, () => void, string]>([
    ['is gone', () => (desk.webhooks = []), 'no webhook'],
    ['is switched off', () => (desk.webhooks[0]!.isActive = false), 'is switched off'],
    ['goes elsewhere', () => (desk.webhooks[0]!.endpoint = other), 'not to this bridge'],
    ['is for events', () => (desk.webhooks[0]!.isForRules = false), 'cannot be called by triggers'],
    ['sends no JSON', () => (desk.webhooks[0]!.isPostedJson = false), 'does not send JSON'],
    [
      'has a twin',
      () => void desk.webhooks.push({ ...desk.webhooks[0]!, id: 'twin', endpoint: other }),
      `twin to ${other}`,
    ],
    ['was refused', () => (desk.deliveries = ['refused', 'delivered']), 'refused 1 of the last 2 calls'],
    ['is not heard', () => (desk.deliveries = ['unknown', 'failed']), 'did not come through'],
  ])('that %s is a problem', async (_what, change, words) => {
    change();
    const problems = of('webhook', await check(desk)).filter(({ verdict }) => verdict === 'problem');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.found).toContain(words);
  });

  it('is shown for comparing where the address of the bridge is not told', async () => {
    const [finding] = of('webhook', await check(desk, { bridgeUrl: undefined }));
    expect(finding).toMatchObject({ verdict: 'note' });
    expect(finding?.found).toContain(`${BRIDGE_URL}/webhooks/zendesk`);
  });

  it('to this bridge is taken among several, even when it is the newer one', async () => {
    desk.webhooks[0]!.endpoint = other;
    desk.install();
    const problems = of('webhook', await check(desk)).filter(({ verdict }) => verdict === 'problem');
    expect(problems.map(({ found }) => found)).toEqual([expect.stringContaining(` to ${other}`)]);
  });

  it.each<[FakeDeskSetup['deliveries'], Verdict]>([
    [[], 'note'],
    [['unknown'], 'note'],
    [['delivered', 'failed'], 'note'],
    [['delivered', 'delivered'], 'good'],
  ])('with the calls %j', async (deliveries, verdict) => {
    desk.deliveries = deliveries;
    expect(of('webhook', await check(desk)).at(-1)).toMatchObject({ verdict });
  });
});

describe('macros and views', () => {
  const hotfix = () => desk.macros.find(({ title }) => title.includes('hotfix'))!;

  it('of a reason that the policy refuses should be off, and on where it allows it', async () => {
    const refundReasons = {
      ...DEFAULT_POLICY.refundReasons,
      hotfix: { ...DEFAULT_POLICY.refundReasons.hotfix, isAllowed: false },
      self_solved: { ...DEFAULT_POLICY.refundReasons.self_solved, isAllowed: true },
    };
    const findings = of('macros', await check(desk, { policy: { refundReasons } }));
    expect(findings.map(({ verdict }) => verdict)).toEqual(['note', 'note']);
    expect(findings[0]?.found).toContain('no credits for hotfix');
    expect(findings[1]?.found).toContain('returns credits for self_solved');
  });

  it('are known by what they ask for, when they were made by hand and are called otherwise', async () => {
    desk.installations = [];
    hotfix().title = 'Hotfix installed';
    expect(of('macros', await check(desk))).toMatchObject([{ verdict: 'good' }]);
  });

  it('that are missing, or name a field that is gone, are told', async () => {
    desk.views = desk.views.slice(1);
    hotfix().actions.push({ field: 'custom_fields_31337', value: 'x' });
    const findings = await check(desk);
    expect(of('views', findings)).toMatchObject([{ verdict: 'note' }]);
    expect(of('macros', findings)).toMatchObject([{ verdict: 'problem' }]);
  });
});
