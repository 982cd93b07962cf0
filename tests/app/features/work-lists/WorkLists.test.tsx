import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { WORK_PAGE_KINDS } from '../../../../src/contract/workPage';
import type { WorkPageKind, WorkPageView } from '../../../../src/contract/workPage';
import { createAdminZaf, renderAdminTab } from '../../renderAdminPage';
import { toRejection } from '../../createFakeZaf';

// The page is large, and axe looks at all of it.
jest.setTimeout(30_000);

const COUNTS = '/v1/admin/work';

function buildCounts(some: Partial<Record<WorkPageKind, number>>) {
  return { counts: WORK_PAGE_KINDS.map((kind) => ({ kind, count: some[kind] ?? 0 })) };
}

function buildPage(
  kind: WorkPageKind,
  items: Partial<WorkPageView['items'][number]>[],
  rest: Partial<WorkPageView> = {},
): WorkPageView {
  const plain = {
    ticketId: '35',
    since: '2026-11-22T09:00:00.000Z',
    reason: null,
    billingAccountId: null,
    requesterId: null,
    action: null,
    credits: null,
  };
  return {
    kind,
    count: items.length,
    next: null,
    ...rest,
    items: items.map((item) => ({ ...plain, ...item })),
  };
}

describe('the work lists', () => {
  it('say of each kind how much there is and what to do, and lead to the tickets', async () => {
    const zaf = createAdminZaf({
      [COUNTS]: buildCounts({ held: 1 }),
      [`${COUNTS}/held`]: buildPage('held', [
        { ticketId: '35', reason: 'no_credits', billingAccountId: '1042', requesterId: '500' },
        { ticketId: '36', reason: 'a_reason_of_a_later_version' },
      ]),
    });
    const { user, container } = await renderAdminTab(zaf, 'To do');
    await user.click(await screen.findByRole('button', { name: 'Held: wait for credits 1' }));
    const [first, second] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent('No credits left');
    expect(first).toHaveTextContent('Account 1042');
    await waitFor(() => expect(first).toHaveTextContent('Timur Akhmetov'));
    expect(second).not.toHaveTextContent('a_reason');
    expect((await axe(container)).violations).toEqual([]);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Ticket 35' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(zaf.invoked.at(-1)).toEqual(['routeTo', 'ticket', 35]);
  });

  it('say what was asked for and why it was refused, and what is left to a client', async () => {
    const zaf = createAdminZaf({
      [COUNTS]: buildCounts({ refused_command: 2, low_account: 2 }),
      [`${COUNTS}/refused_command`]: buildPage('refused_command', [
        { ticketId: '1', action: 'refund_hotfix', reason: 'daily_limit_reached' },
        { ticketId: '2', action: 'approve', reason: 'approver_is_asker' },
      ]),
      [`${COUNTS}/low_account`]: buildPage('low_account', [
        { ticketId: '3', credits: 1 },
        { ticketId: '4', credits: -2 },
      ]),
    });
    const { user } = await renderAdminTab(zaf, 'To do');
    await user.click(await screen.findByRole('button', { name: /^Agents' requests/ }));
    const refused = await screen.findByRole('list', { name: /^Agents' requests/ });
    expect(refused).toHaveTextContent('Return the credit: hotfix installed');
    expect(refused).toHaveTextContent('Refused: you have returned as many credits');
    expect(refused).toHaveTextContent('Approve the return');
    await user.click(screen.getByRole('button', { name: /^Clients with few credits/ }));
    const low = await screen.findByRole('list', { name: /^Clients with few credits/ });
    expect(low).toHaveTextContent('1 credit left');
    expect(low).toHaveTextContent('2 credits taken in advance');
  });

  it('are read page by page, and anew when asked to', async () => {
    const answers: Record<string, unknown> = {
      [COUNTS]: buildCounts({ pending: 2 }),
      [`${COUNTS}/pending`]: buildPage('pending', [{ ticketId: '1' }], { count: 2, next: '7-1' }),
      [`${COUNTS}/pending?after=7-1`]: buildPage('pending', [{ ticketId: '2' }], { count: 2 }),
    };
    const { user } = await renderAdminTab(createAdminZaf(answers), 'To do');
    await user.click(await screen.findByRole('button', { name: 'Pending: wait for billing 2' }));
    expect(await screen.findByText('1 of 2, the oldest first')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('2 of 2, the oldest first')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();

    answers[COUNTS] = buildCounts({});
    answers[`${COUNTS}/pending`] = buildPage('pending', []);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('All is well: nothing waits for anybody.')).toBeInTheDocument();
    expect(await screen.findByText('Nothing here: all is well.')).toBeInTheDocument();
  });

  it('say why a list cannot be read, and try again', async () => {
    const answers: Record<string, unknown> = { [COUNTS]: buildCounts({ held: 1 }) };
    const { user, container } = await renderAdminTab(createAdminZaf(answers), 'To do');
    await user.click(await screen.findByRole('button', { name: 'Held: wait for credits 1' }));
    expect(await screen.findByText('This cannot be shown')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
    answers[`${COUNTS}/held`] = buildPage('held', [{ ticketId: '9' }]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Ticket 9' })).toBeInTheDocument();
  });

  it('show grey bars until there is an answer, in Russian too', async () => {
    const zaf = createAdminZaf({}, { onRequest: () => new Promise(() => undefined) });
    zaf.state.paths['currentUser.locale'] = 'ru';
    zaf.state.paths['currentUser.role'] = 'admin';
    const { container } = await renderAdminTab(zaf, 'Что сделать');
    expect(await screen.findByText('Загрузка…')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('keep the last answer over a failure', async () => {
    const zaf = createAdminZaf({ [COUNTS]: buildCounts({ cut_off: 3 }) });
    const { user } = await renderAdminTab(zaf, 'To do');
    await screen.findByRole('button', { name: /^Left alone for a while.*3$/ });
    zaf.state.onRequest = () =>
      Promise.reject(toRejection(503, { error: { code: 'database_unavailable', requestId: 'r' } }));
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    const alert = await screen.findByText('Not up to date');
    expect(within(alert.parentElement!).getByText(/database does not answer/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Left alone for a while.*3$/ })).toBeInTheDocument();
  });
});
