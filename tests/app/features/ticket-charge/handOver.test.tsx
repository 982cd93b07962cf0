import { act, screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { buildRefundRules, buildView } from '../../buildView';
import { createFakeZaf } from '../../createFakeZaf';
import type { FakeZaf } from '../../createFakeZaf';
import { renderSidebar } from '../../renderSidebar';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const tick = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

async function showTicket(zaf: FakeZaf) {
  const rendered = renderSidebar(zaf);
  const region = await screen.findByRole('region', { name: 'This ticket' });
  return { ...rendered, ticket: within(region) };
}

describe('handing over', () => {
  const sales = { line: 'sales', creditState: 'free', reason: 'client_care' } as const;
  const debited = { creditState: 'debited', reason: 'charged' } as const;

  it('R6: says what it will cost, writes the one field of the line, and follows until it is charged', async () => {
    const zaf = createFakeZaf(buildView({ ticket: sales, handOver: debited }));
    const { user, ticket, container } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Hand over to technical support' }));
    const question = ticket.getByRole('group', { name: 'Hand over to technical support?' });
    expect(question).toHaveAccessibleDescription("This takes 1 of the client's 3 credits.");
    await user.dblClick(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes().map(({ data }) => data)).toEqual([
      '{"ticket":{"custom_fields":[{"id":902,"value":"tech"}]}}',
    ]);
    expect(zaf.invoked.filter(([action]) => action !== 'resize')).toEqual([]);
    zaf.state.view = buildView();
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('The ticket is with technical support.');
    expect(ticket.getByText(/^1 credit debited at /)).toBeInTheDocument();
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('back says that the credit may return by itself', async () => {
    const zaf = createFakeZaf(buildView());
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Hand back to client care' }));
    expect(ticket.getByRole('group', { name: 'Hand back to client care?' })).toHaveTextContent(
      'The credit is returned by itself if technical support has not answered the client yet.',
    );
    await user.click(ticket.getByRole('button', { name: 'Confirm' }));
    await tick(50);
    expect(zaf.writes()[0]?.data).toContain('{"id":902,"value":"sales"}');
    zaf.state.view = buildView({ ticket: { ...sales, creditState: 'refunded', reason: 'wrong_line' } });
    await tick(800);
    expect(ticket.getByRole('status')).toHaveTextContent('The ticket is with client care.');
  });

  it('is not offered where the installation has no field for the line', async () => {
    const zaf = createFakeZaf(buildView({ ticket: sales, handOver: debited }));
    delete zaf.state.paths['requirement:support_line'];
    const { ticket } = await showTicket(zaf);
    expect(ticket.queryByRole('button')).toBeNull();
  });

  it('is withdrawn when a colleague was faster', async () => {
    const zaf = createFakeZaf(buildView({ ticket: sales, handOver: debited }));
    const { user, ticket } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Hand over to technical support' }));
    zaf.state.view = buildView();
    zaf.fire('ticket.updated');
    await tick(200);
    expect(ticket.queryByRole('button', { name: 'Confirm' })).toBeNull();
    expect(ticket.getByRole('status')).toHaveTextContent('The ticket has just changed');
    expect(zaf.writes()).toEqual([]);
  });
});

describe('the reasons to return a credit', () => {
  it('tell when each fits, and why this agent may not use some', async () => {
    const [defect, hotfix, goodwill] = buildRefundRules(['software_defect', 'hotfix', 'goodwill']);
    const refundRules = [
      defect!,
      { ...hotfix!, perPersonPerDay: 2, freePerDay: 1 },
      { ...goodwill!, roles: ['admin' as const] },
    ];
    const zaf = createFakeZaf(buildView({ refundRules }));
    const { user, ticket, container } = await showTicket(zaf);
    await user.click(ticket.getByRole('button', { name: 'Return for another reason' }));
    const reasons = within(ticket.getByRole('group', { name: 'Return the credit: reasons' }));
    expect(reasons.getByText(/^A hotfix of ours solved it\. At most 2 a day each\./)).toBeVisible();
    const barred = reasons.getByRole('button', { name: 'Goodwill' });
    expect(barred).toHaveAttribute('aria-disabled', 'true');
    expect(barred).toHaveAccessibleDescription('Not with your role: ask a lead.');
    await user.click(barred);
    expect(ticket.queryByRole('button', { name: 'Confirm' })).toBeNull();
    jest.useRealTimers();
    expect((await axe(container)).violations).toEqual([]);
  });
});
