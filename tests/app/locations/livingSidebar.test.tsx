import { act, screen } from '@testing-library/react';
import { buildUnknownView, buildView } from '../buildView';
import { createFakeZaf, toRejection } from '../createFakeZaf';
import { renderSidebar } from '../renderSidebar';

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-11-22T14:10:00.000Z') }));
afterEach(() => jest.useRealTimers());

const tick = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('the living sidebar', () => {
  it.each([
    'ticket.updated',
    'ticket.custom_field_901.changed',
    'ticket.requester.id.changed',
    'app.activated',
  ])('reads again after %s', async (event) => {
    const zaf = createFakeZaf(buildView());
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    zaf.state.view = buildView({
      identity: { kind: 'client', grade: 'linked', billingAccountId: '77', accountName: 'Beta Cloud' },
    });
    zaf.fire(event);
    zaf.fire('ticket.updated');
    await tick(200);
    expect(screen.getByText('Beta Cloud')).toBeInTheDocument();
    expect(zaf.reads()).toHaveLength(2);
  });

  it('reads again when the bridge has Zendesk tell of this ticket or account, and not of others', async () => {
    const zaf = createFakeZaf(buildView());
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    const tell = async (body: unknown) => {
      const before = zaf.reads().length;
      zaf.fire('api_notification.support_credits_changed', body);
      await tick(200);
      return zaf.reads().length - before;
    };
    expect(await tell(JSON.stringify({ ticketIds: ['35'], billingAccountIds: [] }))).toBe(1);
    expect(await tell({ ticketIds: [], billingAccountIds: ['1042'] })).toBe(1);
    expect(await tell(JSON.stringify({ ticketIds: ['36'], billingAccountIds: ['1043'] }))).toBe(0);
    expect(await tell('news of tomorrow')).toBe(1);
  });

  it.each([null, 'pending'] as const)(
    'looks again by itself while the charge is open (%s), then rests',
    async (state) => {
      const zaf = createFakeZaf(
        buildView({ ticket: { creditState: state, reason: null, stateSince: null } }),
      );
      renderSidebar(zaf);
      await screen.findByText('Hosting Alpha GmbH');
      await tick(2_100);
      expect(zaf.reads()).toHaveLength(2);
      zaf.state.view = buildView();
      await tick(3_100);
      expect(screen.getByText(/^1 credit debited at /)).toBeInTheDocument();
      await tick(60_000);
      expect(zaf.reads()).toHaveLength(3);
    },
  );

  it('waits longer and longer, but never above ten seconds', async () => {
    const zaf = createFakeZaf(
      buildView({ ticket: { creditState: 'pending', reason: 'billing_unavailable' } }),
    );
    renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    await tick(5 * 60_000);
    const count = zaf.reads().length;
    expect(count).toBeGreaterThan(28);
    expect(count).toBeLessThan(36);
  });

  it('has billing read again on request and says when it is done', async () => {
    const zaf = createFakeZaf(buildView());
    const { user } = renderSidebar(zaf);
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    await user.click(screen.getByRole('button', { name: 'Refreshing…' }));
    zaf.state.view = buildView({
      billingReadAt: '2026-11-22T14:10:01.000Z',
      now: '2026-11-22T14:10:02.000Z',
    });
    await tick(800);
    expect(screen.getByText('Billing data is up to date.')).toBeInTheDocument();
    expect(screen.getByText('Billing data: just now')).toBeInTheDocument();
    const posts = zaf.requests.filter((request) => request.type === 'POST');
    expect(posts.map((request) => request.url)).toEqual(['https://bridge.test/v1/tickets/35/recheck']);
  });

  it('does not wait for a time of reading that a requester who is no client never gets', async () => {
    const zaf = createFakeZaf({ ...buildUnknownView('unknown_client'), billingReadAt: null });
    const { user } = renderSidebar(zaf);
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    await tick(800);
    expect(screen.getByText('Billing data is up to date.')).toBeInTheDocument();
    expect(screen.queryByText('Billing data was never read')).toBeNull();
  });

  it('says when billing has not answered in time', async () => {
    const { user } = renderSidebar(createFakeZaf(buildView()));
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    await tick(31_500);
    expect(screen.getByText(/Billing has not answered yet/)).toBeInTheDocument();
  });

  it('says why billing could not be read again', async () => {
    const zaf = createFakeZaf(buildView());
    const { user } = renderSidebar(zaf);
    zaf.state.onRequest = ({ type }) =>
      type === 'POST'
        ? Promise.reject(toRejection(409, { error: { code: 'queue_unavailable', requestId: 'r1' } }))
        : undefined;
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    await tick(50);
    expect(screen.getByRole('region', { name: 'Billing data' })).toHaveTextContent(
      'its database does not answer',
    );
  });

  it('lets the age of the billing data grow while the page stands open', async () => {
    renderSidebar(createFakeZaf(buildView()));
    expect(await screen.findByText('Billing data: 2 minutes ago')).toBeInTheDocument();
    await tick(3 * 60_000);
    expect(screen.getByText('Billing data: 5 minutes ago')).toBeInTheDocument();
  });

  it('leaves no handler behind', async () => {
    const zaf = createFakeZaf(buildView());
    const { unmount } = renderSidebar(zaf);
    await screen.findByText('Hosting Alpha GmbH');
    expect(zaf.handlerCount()).toBe(6);
    unmount();
    expect(zaf.handlerCount()).toBe(0);
  });
});
