import { act, render, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { TicketSidebar } from '../../../src/app/locations/TicketSidebar';
import { buildUnknownView, buildView } from '../buildView';
import { createFakeZaf, toRejection } from '../createFakeZaf';
import { renderSidebar } from '../renderSidebar';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const tick = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

/** axe works with real time. */
async function expectAccessible(container: Element) {
  jest.useRealTimers();
  const { violations } = await axe(container);
  expect(violations).toEqual([]);
}

describe('the sidebar of a known client', () => {
  it('shows who the client is, what is left and what the next free credit takes', async () => {
    const { container } = renderSidebar(createFakeZaf(buildView()));
    expect(await screen.findByText('Hosting Alpha GmbH')).toBeInTheDocument();
    expect(screen.getByText('Account 1042 · matched by verified e-mail')).toBeInTheDocument();
    const credits = within(screen.getByRole('region', { name: 'Credits' }));
    expect(credits.getByText('3')).toBeInTheDocument();
    expect(credits.getByText('credits left')).toBeInTheDocument();
    expect(credits.getByText('earned').parentElement).toHaveTextContent('earned2');
    expect(credits.getByText('EUR 37.00 to the next free credit')).toBeInTheDocument();
    expect(credits.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '63');
    await expectAccessible(container);
  });

  it("shows the ticket's line and charge, and offers to return the credit with our defect first", async () => {
    renderSidebar(createFakeZaf(buildView()));
    const ticket = within(await screen.findByRole('region', { name: 'This ticket' }));
    expect(ticket.getByText('Technical support')).toBeInTheDocument();
    expect(ticket.getByText(/^1 credit debited at /)).toBeInTheDocument();
    const [back, first] = ticket.getAllByRole('button');
    expect(back).toHaveTextContent('Hand back to client care');
    expect(first).toHaveTextContent('Return the credit: defect in our software');
    expect(ticket.queryByRole('button', { name: 'Debit 1 credit' })).toBeNull();
  });

  it('says whether client care is open, and until when', async () => {
    const care = { isOpen: true, changesAt: '2026-11-22T16:00:00.000Z', timeZone: 'Europe/Moscow' };
    renderSidebar(createFakeZaf(buildView({ care })));
    expect(await screen.findByText(/^Client care is open until \d+:00/)).toBeInTheDocument();
  });

  it('asks the bridge once for all of it', async () => {
    const zaf = createFakeZaf(buildView());
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    await tick(60_000);
    expect(zaf.reads().map(({ url }) => url)).toEqual(['https://bridge.test/v1/tickets/35/credits']);
  });

  it('shows a partner with its level, why the ticket is waived, and no packs', async () => {
    const view = buildView({ partnerLevel: 'Gold', ticket: { creditState: 'waived', reason: 'partner' } });
    const { container } = renderSidebar(createFakeZaf(view));
    expect(await screen.findByText('Partner · Gold')).toBeInTheDocument();
    expect(screen.getByText('Waived: partner, level Gold')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Credit packs' })).toBeNull();
    const buttons = within(screen.getByRole('region', { name: 'This ticket' })).getAllByRole('button');
    expect(buttons.map((button) => button.textContent)).toEqual(['Hand back to client care']);
    await expectAccessible(container);
  });

  it('shows text from billing as text', async () => {
    const identity = {
      kind: 'client',
      grade: 'linked',
      billingAccountId: '<b>1</b>',
      accountName: '<img src=x onerror=alert(1)>',
    } as const;
    const { container } = renderSidebar(createFakeZaf(buildView({ identity })));
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeInTheDocument();
    expect(container.querySelector('img, b')).toBeNull();
  });

  it('speaks Russian to an agent who reads Russian', async () => {
    const zaf = createFakeZaf(buildView({ ticket: { creditState: 'refunded', reason: 'software_defect' } }));
    zaf.state.paths['currentUser.locale'] = 'ru';
    const { container } = renderSidebar(zaf);
    expect(await screen.findByText('обращения осталось')).toBeInTheDocument();
    expect(screen.getByText('Техническая поддержка')).toBeInTheDocument();
    expect(screen.getByText('Обращение возвращено: ошибка в нашем ПО')).toBeInTheDocument();
    expect(screen.getByText('37,00 EUR до бесплатного обращения')).toBeInTheDocument();
    expect(screen.getByText('Из биллинга: 2 минуты назад')).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('lang', 'ru');
    await expectAccessible(container);
  });

  it("follows the agent's colour scheme, also when it changes", async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.paths['colorScheme'] = 'dark';
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    const readColour = () => getComputedStyle(screen.getByRole('button', { name: 'Refresh' })).color;
    const dark = readColour();
    act(() => zaf.fire('colorScheme.changed', 'light'));
    expect(readColour()).not.toBe(dark);
    act(() => zaf.fire('colorScheme.changed', 'dark'));
    expect(readColour()).toBe(dark);
  });
});

describe('the sidebar when something is missing', () => {
  it('keeps the shape of the panel while the first answer is under way', async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = () => new Promise(() => undefined);
    const { container } = renderSidebar(zaf);
    expect(container.querySelector('[aria-hidden="true"]')).not.toBeEmptyDOMElement();
    expect(await screen.findByRole('status')).toHaveTextContent("Reading the client's credits…");
    await tick(100);
    expect(screen.getByRole('status')).toHaveTextContent("Reading the client's credits…");
    await expectAccessible(container);
  });

  it.each([
    ['unknown_client', 'No match in billing', 'Held: no such client in billing'],
    ['ambiguous_client', 'Several accounts in billing', 'Held: several accounts with this e-mail in billing'],
    ['requester_without_email', 'Requester without e-mail', 'Held: the requester has no e-mail'],
    ['unverified_email', 'E-mail not verified', "Held: the requester's e-mail is not verified"],
    ['linked_account_unknown', 'Linked account not in billing', 'Held: the linked account is not in billing'],
  ] as const)('says why the requester is no known client: %s', async (reason, title, sentence) => {
    const { container } = renderSidebar(createFakeZaf(buildUnknownView(reason)));
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(sentence)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Check again' })).toBeInTheDocument();
    expect(screen.queryByText(/left$/)).toBeNull();
    await expectAccessible(container);
  });

  it('tells how to go on when no credits are left', async () => {
    const balance = {
      availableCredits: 0,
      earnedCredits: 1,
      boughtCredits: 0,
      usedCredits: 1,
      returnedCredits: 0,
    };
    const view = buildView({ balance, ticket: { creditState: 'held', reason: 'no_credits' } });
    const { container } = renderSidebar(createFakeZaf(view));
    expect(await screen.findByText(/^Held: no credits left · client told on /)).toBeInTheDocument();
    expect(screen.getByText(/Send the client the purchase link/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Debit 1 credit' })).toBeNull();
    await expectAccessible(container);
  });

  it('shows the last known figures and their age when billing is down', async () => {
    const view = buildView({
      isBillingReachable: false,
      billingReadAt: '2026-11-22T12:08:00.000Z',
      ticket: { creditState: 'pending', reason: 'billing_unavailable' },
    });
    const { container } = renderSidebar(createFakeZaf(view));
    expect(await screen.findByText('Billing does not answer')).toBeInTheDocument();
    expect(screen.getByText('Billing data: 2 hours ago')).toBeInTheDocument();
    expect(screen.getByText('Pending: billing does not answer')).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('says that the client is being looked up before the first decision', async () => {
    const view = buildView({
      identity: { kind: 'unavailable' },
      balance: null,
      spend: null,
      entries: [],
      billingReadAt: null,
      ticket: { line: null, creditState: null, reason: null, stateSince: null },
    });
    const { container } = renderSidebar(createFakeZaf(view));
    expect(await screen.findByText('Looking the client up in billing…')).toBeInTheDocument();
    expect(screen.getByText('No line yet')).toBeInTheDocument();
    expect(screen.getByText('Being decided…')).toBeInTheDocument();
    expect(screen.queryByText(/Billing does not answer|never read/)).toBeNull();
    await expectAccessible(container);
  });

  it('says that nothing is known when billing was down from the start', async () => {
    const view = buildView({
      identity: { kind: 'unavailable' },
      balance: null,
      spend: null,
      entries: [],
      billingReadAt: null,
      isBillingReachable: false,
      ticket: { creditState: 'pending', reason: 'billing_unavailable' },
    });
    renderSidebar(createFakeZaf(view));
    expect(await screen.findByText(/Nothing is known about this client yet/)).toBeInTheDocument();
    expect(screen.getByText('Billing data was never read')).toBeInTheDocument();
  });

  it('sends the agent to an admin when billing cannot be read until somebody mends it', async () => {
    const view = buildView({
      isBillingReachable: false,
      ticket: { creditState: 'pending', reason: 'billing_misconfigured' },
    });
    const { container } = renderSidebar(createFakeZaf(view));
    expect(await screen.findByText('Billing cannot be read')).toBeInTheDocument();
    expect(screen.getByText('Pending: billing cannot be read until an admin mends it')).toBeInTheDocument();
    expect(screen.getByText(/Ask an admin to look at the bridge's log/)).toBeInTheDocument();
    expect(screen.queryByText(/does not answer/)).toBeNull();
    await expectAccessible(container);
  });

  it('says that the bridge is down, tries again by itself, and then shows the panel', async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = () => Promise.reject(toRejection(0, null));
    const { container } = renderSidebar(zaf);
    expect(await screen.findByRole('alert')).toHaveTextContent('The bridge does not answer.');
    zaf.state.onRequest = undefined;
    await tick(2_100);
    expect(screen.getByText('Hosting Alpha GmbH')).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('tries at once when the agent asks for it', async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = () => Promise.reject(toRejection(502, '<html>'));
    const { user } = renderSidebar(zaf);
    await screen.findByRole('alert');
    zaf.state.onRequest = undefined;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Hosting Alpha GmbH')).toBeInTheDocument();
  });

  it('keeps the last view over a failure and says that it may be old', async () => {
    const zaf = createFakeZaf(buildView());
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    zaf.state.onRequest = () =>
      Promise.reject(toRejection(503, { error: { code: 'zendesk_unavailable', requestId: 'r1' } }));
    zaf.fire('ticket.updated');
    await tick(200);
    expect(screen.getByText('Not up to date')).toBeInTheDocument();
    expect(screen.getByText(/The bridge cannot reach Zendesk/)).toBeInTheDocument();
    expect(screen.getByText('Hosting Alpha GmbH')).toBeInTheDocument();
  });

  it('names the code of the bridge in words', async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = () =>
      Promise.reject(toRejection(401, { error: { code: 'unauthorized', requestId: 'r1' } }));
    renderSidebar(zaf);
    expect(await screen.findByRole('alert')).toHaveTextContent('enter the shared secret again');
  });

  it('refuses an answer that the contract does not know', async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = () => Promise.resolve({ balance: 'lots' });
    renderSidebar(zaf);
    expect(await screen.findByRole('alert')).toHaveTextContent('something this app does not know');
  });

  it('tells an admin which setting is missing', async () => {
    const zaf = createFakeZaf(buildView(), { settings: { bridge_url: '__BRIDGE_URL__' } });
    const { container } = renderSidebar(zaf);
    expect(await screen.findByText('The app is not set up')).toBeInTheDocument();
    expect(screen.getByText(/enter the address of the bridge/)).toBeInTheDocument();
    expect(zaf.requests).toEqual([]);
    await expectAccessible(container);
  });

  it('tells an admin that the ticket field is missing', async () => {
    const zaf = createFakeZaf(buildView());
    delete zaf.state.paths['requirement:credit_action'];
    renderSidebar(zaf);
    expect(await screen.findByText(/The ticket field «Credit action» is missing/)).toBeInTheDocument();
  });

  it('says that a ticket is new when Zendesk has no id for it, or the bridge does not know it', async () => {
    const unsaved = renderSidebar(createFakeZaf(buildView(), { ticketId: undefined }));
    expect(await screen.findByText('This ticket is new')).toBeInTheDocument();
    unsaved.unmount();
    const zaf = createFakeZaf(buildView());
    zaf.state.onRequest = () =>
      Promise.reject(toRejection(404, { error: { code: 'ticket_not_found', requestId: 'r1' } }));
    renderSidebar(zaf);
    expect(await screen.findByText('This ticket is new')).toBeInTheDocument();
  });

  it('asks to be opened inside Zendesk when it was not', async () => {
    const { container } = render(<TicketSidebar opened={undefined} />);
    expect(await screen.findByText('Open this page inside Zendesk')).toBeInTheDocument();
    await expectAccessible(container);
  });
});
