import { act, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { EntryView } from '../../../src/contract/entryView';
import type { Receipt } from '../../../src/contract/receipt';
import { buildUnknownView, buildView } from '../buildView';
import { createFakeZaf, toRejection } from '../createFakeZaf';
import { renderSidebar } from '../renderSidebar';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const tick = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

const spend: EntryView = {
  key: 'grant:spend:1042:1',
  kind: 'grant',
  amountCredits: 1,
  balanceAfterCredits: 1,
  reason: 'spend',
  ticketId: null,
  problemId: null,
  actor: { kind: 'rule' },
  grant: {
    source: 'spend',
    isPaid: false,
    effectiveAt: '2026-10-01T00:00:00.000Z',
    expiresAt: null,
    remainingCredits: 0,
  },
  recordedAt: '2026-10-01T00:00:01.000Z',
  occurredAt: '2026-10-01T00:00:00.000Z',
};

async function openPart(zaf: ReturnType<typeof createFakeZaf>, name: string) {
  const rendered = renderSidebar(zaf);
  const toggle = await screen.findByRole('button', { name });
  expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await rendered.user.click(toggle);
  await tick(100);
  expect(toggle).toHaveAttribute('aria-expanded', 'true');
  return { ...rendered, part: within(screen.getByRole('region', { name })) };
}

describe('the history', () => {
  it('says what, when and by whom, and opens the ticket of an entry', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, part, container } = await openPart(zaf, 'History');
    await part.findByText(/by Timur Akhmetov/);
    const [debit, refund] = part.getAllByRole('listitem');
    expect(debit).toHaveTextContent(/^\u22121Debited.*by the rules.*this ticket/);
    expect(refund).toHaveTextContent(/^\+1Returned: hotfix installed.*by Timur Akhmetov/);
    await user.click(part.getByRole('button', { name: 'Ticket 21' }));
    expect(zaf.invoked).toContainEqual(['routeTo', 'ticket', 21]);
    expect(zaf.reads()).toHaveLength(1);
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('is read page by page on request, and alone for this ticket', async () => {
    const zaf = createFakeZaf(buildView({ entriesBefore: 'c1' }));
    zaf.state.onRequest = ({ url }) =>
      url.includes('/entries?') ? Promise.resolve({ entries: [spend], before: null }) : undefined;
    const { user, part } = await openPart(zaf, 'History');
    await user.click(part.getByRole('button', { name: 'Show older entries' }));
    await tick(100);
    expect(part.getAllByRole('listitem')).toHaveLength(3);
    expect(part.getByText('Earned by spending')).toBeInTheDocument();
    expect(part.queryByRole('button', { name: 'Show older entries' })).toBeNull();
    await user.click(part.getByRole('button', { name: 'Only this ticket' }));
    await tick(100);
    expect(part.getAllByRole('listitem')).toHaveLength(1);
    expect(zaf.reads().map(({ url }) => url.replace('https://bridge.test', ''))).toEqual([
      '/v1/tickets/35/credits',
      '/v1/accounts/1042/entries?before=c1',
      '/v1/accounts/1042/entries?ticket=35',
    ]);
  });

  it('says when older entries cannot be read, and tries again', async () => {
    const zaf = createFakeZaf(buildView({ entriesBefore: 'c1' }));
    zaf.state.onRequest = ({ url }) =>
      url.includes('/entries?') ? Promise.reject(toRejection(503, null)) : undefined;
    const { user, part } = await openPart(zaf, 'History');
    await user.click(part.getByRole('button', { name: 'Show older entries' }));
    await tick(100);
    expect(part.getByRole('status')).toHaveTextContent('This could not be read.');
    zaf.state.onRequest = ({ url }) =>
      url.includes('/entries?') ? Promise.resolve({ entries: [spend], before: null }) : undefined;
    await user.click(part.getByRole('button', { name: 'Try again' }));
    await tick(100);
    expect(part.getAllByRole('listitem')).toHaveLength(3);
  });

  it('shows the receipt of an entry in its place', async () => {
    const receipt: Receipt = {
      kind: 'movement',
      entry: buildView().entries[0]!,
      proof: { kind: 'handed_over', userId: '500' },
      grants: [
        {
          key: spend.key,
          grant: spend.grant!,
          grantedCredits: 1,
          amountCredits: -1,
          proof: {
            kind: 'spend',
            thresholdCents: 10_000,
            spendCents: 24_300,
            remainderCents: 4_300,
            expenseIds: ['e7', 'e8'],
            rates: [],
            loweredCents: 0,
            returnedPayments: [],
          },
        },
      ],
      owedCredits: 0,
      refund: null,
      debit: null,
    };
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = ({ url }) =>
      url.endsWith('/entries/debit%3Azt_35%3A1/receipt') ? Promise.resolve(receipt) : undefined;
    const { user, part, container } = await openPart(zaf, 'History');
    await user.click(part.getAllByRole('button', { name: 'Receipt' })[0]!);
    await tick(100);
    const lines = within(part.getByRole('list', { name: 'Receipt' })).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent?.replaceAll('\u00a0', ' '))).toEqual([
      'Handed over by Timur Akhmetov',
      'Ticket 35',
      expect.stringMatching(/^−1 · Earned by spending, .*2026$/),
      'Earned: EUR 100.00 of spend reached (EUR 243.00 in all).',
      'Expenses in billing: e7, e8',
      'Not returned',
    ]);
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('the packs', () => {
  it('show prices and copy the purchase link', async () => {
    const { user, part } = await openPart(createFakeZaf(buildView()), 'Credit packs');
    const [one, five] = part.getAllByRole('listitem');
    expect(one).toHaveTextContent('1 creditEUR 30.00');
    expect(five).toHaveTextContent('5 creditssaves EUR 50.00EUR 100.00');
    await user.click(part.getByRole('button', { name: 'Copy the purchase link' }));
    expect(await part.findByText('The purchase link is copied.')).toBeInTheDocument();
    expect(await navigator.clipboard.readText()).toBe('https://my.ispsystem.com/');
  });
});

describe('the guide', () => {
  it("puts a text behind the draft, once, in the client's language", async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.paths['ticket.requester.id'] = 41;
    zaf.state.paths['comment.text'] = 'Hello,';
    zaf.state.onRequest = ({ url }) =>
      url === '/api/v2/users/41.json' ? Promise.resolve({ user: { name: 'Егор', locale: 'ru' } }) : undefined;
    const { user, part, container } = await openPart(zaf, 'Which line answers what');
    expect(part.getByText('change the IP address of a licence')).toBeInTheDocument();
    expect(part.getByText('write or support plugins and modifications')).toBeInTheDocument();
    await user.dblClick(part.getByRole('button', { name: /^Put into the reply: configure the system/ }));
    await tick(100);
    expect(part.getByText('Added to the reply, in Russian.')).toBeInTheDocument();
    const appended = zaf.invoked.filter(([action]) => action === 'comment.appendText');
    expect(appended).toEqual([
      ['comment.appendText', expect.stringMatching(/^\n\nК сожалению, .* не занимается настройкой системы/)],
    ]);
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('linking an account', () => {
  const candidate = {
    billingAccountId: '77',
    accountName: 'Twin Oaks',
    isPartner: false,
    availableCredits: 4,
  };

  it("offers the accounts of the requester's e-mail at once where there are several, and links the chosen one", async () => {
    const zaf = createFakeZaf(buildUnknownView('ambiguous_client'));
    zaf.state.paths['ticket.requester.id'] = 41;
    zaf.state.onRequest = ({ url, type }) => {
      if (url === '/api/v2/users/41.json' && type === 'GET')
        return Promise.resolve({ user: { name: 'Tom', email: 'two@client.test' } });
      if (url.endsWith('/v1/accounts/search'))
        return Promise.resolve({ candidates: [candidate], hasMore: false });
      return undefined;
    };
    const { user, container } = renderSidebar(zaf);
    await user.click(await screen.findByRole('button', { name: 'Link Twin Oaks, account 77' }));
    expect(zaf.writes()).toEqual([]);
    await user.dblClick(screen.getByRole('button', { name: 'Confirm: link Twin Oaks, account 77' }));
    await tick(100);
    expect(zaf.writes().map(({ url, data }) => [url, data])).toEqual([
      ['/api/v2/users/41.json', '{"user":{"user_fields":{"support_billing_account":"77"}}}'],
    ]);
    expect(screen.getByText(/^The account is linked/)).toBeInTheDocument();
    const search = zaf.requests.find(({ url }) => url.endsWith('/v1/accounts/search'));
    expect(search?.data).toBe('{"text":"two@client.test"}');
    expect(zaf.requests.at(-1)?.url).toBe('https://bridge.test/v1/tickets/35/recheck');
    // when: the client has become known, and the part that linked is gone
    zaf.state.view = buildView({
      identity: { kind: 'client', grade: 'linked', billingAccountId: '77', accountName: 'Twin Oaks' },
    });
    zaf.fire('ticket.updated');
    await tick(1_000);
    expect(screen.queryByRole('button', { name: 'Link an account in billing' })).not.toBeInTheDocument();
    const said = screen.getByText('The account is linked.').closest('[tabindex="-1"]');
    expect(said).toHaveFocus();
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('finds by number, and says when the agent may not edit the requester', async () => {
    const zaf = createFakeZaf(buildUnknownView('unknown_client'));
    zaf.state.paths['ticket.requester.id'] = 41;
    zaf.state.onRequest = ({ url, type }) => {
      if (type === 'PUT') return Promise.reject(toRejection(403, { error: 'Forbidden' }));
      if (url.endsWith('/v1/accounts/search'))
        return Promise.resolve({ candidates: [candidate], hasMore: true });
      return undefined;
    };
    const { user, part } = await openPart(zaf, 'Link an account in billing');
    await user.type(part.getByLabelText('E-mail or account number'), '77{Enter}');
    await tick(100);
    expect(part.getByText('There are more: search by number.')).toBeInTheDocument();
    await user.click(part.getByRole('button', { name: /^Link Twin Oaks/ }));
    await user.click(part.getByRole('button', { name: /^Confirm/ }));
    await tick(100);
    expect(part.getByText(/^You may not edit this requester/)).toBeInTheDocument();
  });
});
