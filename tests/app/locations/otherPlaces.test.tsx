import { act, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { CreditsView } from '../../../src/contract/creditsView';
import { buildView } from '../buildView';
import { createFakeZaf, toRejection } from '../createFakeZaf';
import { renderSidebar } from '../renderSidebar';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const tick = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

async function expectAccessible(container: Element) {
  jest.useRealTimers();
  expect((await axe(container)).violations).toEqual([]);
}

describe('beside a ticket that is still being written', () => {
  const debited = { creditState: 'debited', reason: 'charged' } as const;

  function createNewTicket(view: CreditsView) {
    return createFakeZaf(view, { ticketId: undefined, location: 'new_ticket_sidebar' });
  }

  it('asks for a requester, and then shows what they have and what the ticket would cost', async () => {
    const zaf = createNewTicket(buildView({ handOver: debited }));
    const { container } = renderSidebar(zaf);
    expect(await screen.findByText(/^Choose the requester/)).toBeInTheDocument();
    expect(zaf.requests).toEqual([]);
    zaf.state.paths['ticket.requester.id'] = 41;
    zaf.fire('ticket.requester.id.changed', 41);
    expect(await screen.findByText('Hosting Alpha GmbH')).toBeInTheDocument();
    expect(screen.getByText("This takes 1 of the client's 3 credits.")).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Hand over to technical support' })).toBeNull();
    await expectAccessible(container);
  });

  it('follows the requester', async () => {
    const zaf = createNewTicket(buildView());
    zaf.state.paths['ticket.requester.id'] = 41;
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    zaf.state.paths['ticket.requester.id'] = 42;
    zaf.fire('ticket.requester.id.changed', 42);
    await tick(100);
    expect(zaf.reads().map(({ url }) => url)).toEqual([
      'https://bridge.test/v1/requesters/41/credits',
      'https://bridge.test/v1/requesters/42/credits',
    ]);
  });
});

describe('while the bridge is away', () => {
  it("shows what Zendesk's own fields say, and says that they are not new", async () => {
    const zaf = createFakeZaf(buildView());
    zaf.state.paths['ticket.requester.id'] = 41;
    zaf.state.paths['ticket.customField:custom_field_901'] = 'credit_debited';
    const fields = {
      support_credits: 4,
      support_spend_eur: 243,
      support_partner: false,
      support_billing_account: '1042',
      support_billing_read_at: '2026-11-21T00:00:00Z',
    };
    zaf.state.onRequest = ({ url }) =>
      url.startsWith('https://bridge.test')
        ? Promise.reject(toRejection(0, null))
        : Promise.resolve({ user: { name: 'Clara', user_fields: fields } });
    const { container } = renderSidebar(zaf);
    expect(await screen.findByText('4 credits left when last written')).toBeInTheDocument();
    expect(screen.getByText('Spent on products: EUR 243.00')).toBeInTheDocument();
    expect(screen.getByText('This ticket: 1 credit debited')).toBeInTheDocument();
    expect(screen.getByText('Billing data of Nov 21, 2026')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('The panel tries again by itself.');
    await expectAccessible(container);
  });
});
