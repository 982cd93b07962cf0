import { fireEvent, screen } from '@testing-library/dom';
import { axe } from 'jest-axe';
import type { ClientCredits } from '../../src/contract/clientCredits';
import { buildCredits, buildEntry, RECEIPTS } from './answersOnTest';
import { leavePage, NO_TOKENS, openHelpCenter, readLines, settle, SIGNED_IN } from './helpCenterPage';
import type { Answers } from './helpCenterPage';

const CREDITS = '/v1/client/credits';

beforeEach(() => {
  document.body.innerHTML = '<main><div data-support-credits></div></main>';
});
afterEach(leavePage);

async function open(answers: Answers, lang = 'en-us') {
  const page = openHelpCenter(answers, lang);
  await settle();
  return page;
}
const told = (credits: Partial<ClientCredits> = {}): Answers => ({
  ...SIGNED_IN,
  [CREDITS]: buildCredits(credits),
});
const lines = () => readLines('[data-support-credits]');

/** jsdom opens no `details` by a click. */
async function openReceipt(index: number) {
  const details = document.querySelectorAll('details')[index]!;
  details.open = !details.open;
  fireEvent(details, new Event('toggle'));
  await settle();
  return [...details.querySelectorAll('p, li')].map((line) => line.textContent);
}

describe('my credits', () => {
  it('shows what is left, what is missing to the next free credit, packs and history, in English', async () => {
    await open(told());
    expect(lines()).toEqual([
      'Support credits',
      '4 credits left',
      '2\u00a0earned\u00a0· 5\u00a0bought\u00a0· 4\u00a0used\u00a0· 1\u00a0returned',
      'EUR\u00a057.00 to the next free credit',
      '1 credit: EUR\u00a030.00',
      '5 credits: EUR\u00a0100.00, you save EUR\u00a050.00',
      'Buy credits',
      'History',
      expect.stringMatching(/^\u22121Debited · Ticket 7 · Nov 21, .+Receipt$/),
      expect.stringMatching(/^\+1Earned by spending · Nov 21, .+Receipt$/),
    ]);
    expect((await axe(document.body)).violations).toEqual([]);
  });

  it('and in Russian', async () => {
    await open(told(), 'ru');
    expect(lines().slice(0, 4)).toEqual([
      'Обращения в поддержку',
      '4 обращения осталось',
      '2\u00a0начислено\u00a0· 5\u00a0куплено\u00a0· 4\u00a0списано\u00a0· 1\u00a0возвращено',
      '57,00\u00a0EUR до бесплатного обращения',
    ]);
  });

  it('opens a receipt for each entry, read when it is opened, and again after a failure', async () => {
    let said: number | object = 500;
    const page = await open({ ...told(), '/v1/client/entries/2/receipt': () => said });
    expect(page.asked).toHaveLength(2);
    expect(await openReceipt(0)).toEqual(['This could not be read. Try again.']);
    await openReceipt(0);
    said = RECEIPTS[0]!;
    expect(await openReceipt(0)).toEqual([
      '\u22121 · Earned by spending, Mar 1, 2026',
      'Earned: EUR\u00a0100.00 of spend reached (EUR\u00a0243.00 in all).',
      'Expenses in billing: 41, 42',
      'Expense 42: 1 USD = EUR 0.9215 from Jan 1, 2026',
      'Lowered by returned payments: EUR\u00a05.00 (88)',
      expect.stringMatching(/^Came back on Nov 21, .+: Returned: hotfix installed$/),
    ]);
    await openReceipt(0);
    await openReceipt(0);
    expect(page.asked.filter((address) => address.includes('receipt'))).toHaveLength(2);
  });

  it.each([
    [
      1,
      [
        'Pack in billing: 77',
        'Bought on Nov 1, 2026',
        'Never ends',
        'Used: 2',
        'Returned: 1',
        'Left of it: 4',
      ],
    ],
    [2, ['Our defect', 'Taken in advance, not repaid yet: 1']],
    [3, ['Taken back: it needs EUR\u00a0200.00 of spend, there is EUR\u00a0143.00.']],
  ])('says in a receipt what is known of it: %i', async (index, expected) => {
    await open({ ...told(), '/v1/client/entries/2/receipt': RECEIPTS[index]! });
    expect((await openReceipt(0)).slice(0, expected.length)).toEqual(expected);
  });

  it('shows older entries page by page, and keeps the focus', async () => {
    const older = {
      entries: [buildEntry({ number: 1, kind: 'waiver', amountCredits: 0, reason: 'partner' })],
      before: null,
    };
    const first = { entries: [buildEntry()], before: '2' };
    let said: number | object = 503;
    await open({ ...told({ history: first }), '/v1/client/entries?before=2': () => said });
    const button = screen.getByRole('button', { name: 'Show older entries' });
    button.focus();
    fireEvent.click(button);
    await settle();
    expect(lines().at(-1)).toBe('This could not be read. Try again.');
    said = older;
    fireEvent.click(button);
    fireEvent.click(button);
    expect(document.activeElement).toBe(button);
    await settle();
    expect(lines().filter((line) => line.includes('Waived: partner'))).toHaveLength(1);
    expect(button).not.toBeVisible();
  });

  it('fetches a new token, once, when the first one is not believed any more', async () => {
    let token = 0;
    const page = await open({
      '/api/v2/help_center/integration/token': () => ({ token: `T${String((token += 1))}` }),
      [CREDITS]: (authorization) => (authorization === 'Bearer T2' ? buildCredits() : 401),
    });
    expect(lines()[1]).toBe('4 credits left');
    expect(page.asked).toEqual([
      '/api/v2/help_center/integration/token',
      `${CREDITS} Bearer T1`,
      '/api/v2/help_center/integration/token',
      `${CREDITS} Bearer T2`,
    ]);
  });

  it.each<[string, Partial<ClientCredits>, RegExp]>([
    ['partners', { isPartner: true }, /As a partner you are served free\./],
    [
      'who is not known to billing',
      { identity: 'unknown', balance: null, spend: null },
      /Write to client care/,
    ],
    [
      'while billing is away',
      { identity: 'unavailable', balance: null, spend: null },
      /cannot be read in billing/,
    ],
  ])('tells %s so', async (_who, credits, sentence) => {
    await open(told(credits));
    expect(lines()[1]).toMatch(sentence);
  });

  it('says the rules where nobody can be known, and that it cannot be shown where nothing answers', async () => {
    const { now, packs, buyUrl, care } = buildCredits();
    await open({ ...NO_TOKENS, '/v1/client/rules': { now, packs, buyUrl, care } });
    expect(lines()[1]).toBe(
      'Technical support takes 1 credit for each problem, however many messages that needs. Client care is free.',
    );
    leavePage();
    document.body.innerHTML = '<div data-support-credits></div>';
    await open({});
    expect(lines()).toEqual(['Support credits', 'Your credits cannot be shown at the moment.']);
  });

  it('says the rules when the bridge asks a client to wait, and nothing of it', async () => {
    const { now, packs, buyUrl, care } = buildCredits();
    const page = await open({
      ...SIGNED_IN,
      [CREDITS]: 429,
      '/v1/client/rules': { now, packs, buyUrl, care },
    });
    expect(lines()[1]).toMatch(/^Technical support takes 1 credit for each problem/);
    expect(page.asked.filter((path) => path.startsWith(CREDITS))).toHaveLength(1);
  });

  it('is added once, also when the theme has the line twice', async () => {
    const { asked } = await open(told());
    await open(told());
    expect(document.querySelectorAll('section')).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  it('shows texts as they are, never as markup, and unknown reasons by their kind', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const entries = [
      buildEntry({ ticketId: evil }),
      buildEntry({ kind: 'refund', reason: 'constructor', ticketId: null }),
      buildEntry({ kind: 'grant', reason: '__proto__', ticketId: null }),
    ];
    await open(told({ history: { entries, before: null } }));
    expect(document.querySelector('img')).toBeNull();
    const history = lines().slice(-3).join();
    expect(history).toContain(`Ticket ${evil}`);
    expect(history).toMatch(/Returned · .*Granted · /);
  });
});
