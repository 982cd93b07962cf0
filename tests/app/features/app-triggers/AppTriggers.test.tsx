import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { buildTriggers, MIXED_TRIGGERS } from '../../buildTriggers';
import { toRejection } from '../../createFakeZaf';
import { createAdminZaf, renderAdminTab } from '../../renderAdminPage';

// The page is large, and axe looks at all of it.
jest.setTimeout(30_000);

const PATH = '/v1/admin/triggers';

/** The list with this answer of the bridge; `answer` is what Zendesk says to a write. */
async function show(triggers: unknown, answer: () => Promise<unknown> = async () => ({ trigger: {} })) {
  const bridge: Record<string, unknown> = { [PATH]: triggers };
  const zaf = createAdminZaf(bridge);
  const answerBridge = zaf.state.onRequest!;
  zaf.state.onRequest = (request) => (request.type === 'GET' ? answerBridge(request) : answer());
  const page = await renderAdminTab(zaf, 'Triggers');
  const writes = () =>
    zaf.requests
      .filter(({ type }) => type !== 'GET')
      .map(({ type, url, data }) => ({ type, url, body: JSON.parse(data ?? '') as unknown }));
  return { ...page, zaf, bridge, writes };
}

async function findItem(words: RegExp) {
  return (await screen.findByText(words)).closest('li')!;
}

describe('the triggers of the app', () => {
  it('each say what they do, how they stand and how often they fired', async () => {
    const { container } = await show(MIXED_TRIGGERS);
    const first = await findItem(/Sends a request from the form/);
    expect(first).toHaveTextContent('As shipped');
    expect(first).toHaveTextContent('Fired 3 times in the last hour. In 30 days: 1,234.');
    expect(first).toHaveTextContent('It is number 12 among all triggers.');
    const sales = await findItem(/Sends everything else/);
    expect(sales).toHaveTextContent('Switched off');
    expect(sales).toHaveTextContent('Fired 1 time in the last 30 days.');
    const created = await findItem(/Tells the bridge of each new ticket/);
    expect(created).toHaveTextContent('Missing');
    expect(created).toHaveTextContent('It cannot be restored yet');
    expect(within(created).queryByRole('button')).toBeNull();
    const updated = await findItem(/Tells the bridge when the line/);
    expect(updated).toHaveTextContent('Zendesk does not say how often it fired.');
    expect(updated).toHaveTextContent('It runs before a trigger of the app that has to run earlier.');
    expect(await findItem(/a credit was taken/)).toHaveTextContent('There more than once');
    expect(await findItem(/takes no credit/)).toHaveTextContent('Has not fired in the last 30 days.');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('show both sides of what differs, and only that', async () => {
    const { user } = await show(MIXED_TRIGGERS);
    await user.click(await screen.findByRole('button', { name: 'What differs: conditions, actions, order' }));
    const updated = await findItem(/Tells the bridge when the line/);
    expect(within(updated).getByText('priority high').closest('li')).toHaveTextContent('only here');
    expect(within(updated).getByText('type is problem').closest('li')).toHaveTextContent('only here');
    for (const same of within(updated).getAllByText('requester_id changed')) {
      expect(same.closest('li')).not.toHaveTextContent('only here');
    }
    expect(within(updated).queryByText('Title')).toBeNull();
    expect((await axe(updated)).violations).toEqual([]);
  });

  it('are restored by writing only what differs, after saying what that overwrites', async () => {
    const { user, writes, bridge } = await show(MIXED_TRIGGERS);
    const sales = await findItem(/Sends everything else/);
    await user.click(within(sales).getByRole('button', { name: 'Restore' }));
    const question = within(sales).getByRole('group', { name: 'Write the shipped content to Zendesk?' });
    expect(question).toHaveTextContent('The title becomes «Support credits · 2 · everything without a line');
    expect(question).toHaveTextContent('It is switched on.');
    expect(question).not.toHaveTextContent('conditions');
    expect(writes()).toEqual([]);
    expect(within(question).getByRole('button', { name: 'Confirm' })).toHaveFocus();
    bridge[PATH] = buildTriggers();
    await user.keyboard('{Enter}');
    expect(await within(sales).findByText('Restored.')).toBeInTheDocument();
    const { title } = buildTriggers().triggers[1]!.shipped;
    expect(writes()).toEqual([
      { type: 'PUT', url: '/api/v2/triggers/360002.json', body: { trigger: { title, active: true } } },
    ]);
    // The list was read again.
    expect(await within(sales).findByText('As shipped')).toBeInTheDocument();
    expect(within(sales).queryByRole('button', { name: 'Restore' })).toBeNull();
  });

  it('send conditions and actions together, and nothing where it is cancelled', async () => {
    const { user, writes } = await show(MIXED_TRIGGERS);
    const updated = await findItem(/Tells the bridge when the line/);
    await user.click(within(updated).getByRole('button', { name: 'Restore' }));
    await user.keyboard('{Escape}');
    expect(writes()).toEqual([]);
    await user.click(within(updated).getByRole('button', { name: 'Restore' }));
    await user.click(within(updated).getByRole('button', { name: 'Confirm' }));
    await within(updated).findByText('Restored.');
    const { conditions, actions } = buildTriggers().triggers[3]!.shipped;
    expect(writes()).toMatchObject([
      { url: '/api/v2/triggers/360004.json', body: { trigger: { conditions, actions } } },
    ]);
  });

  it('are made again as a whole where they are missing', async () => {
    const { user, writes } = await show(MIXED_TRIGGERS);
    const held = await findItem(/a credit is needed/);
    await user.click(within(held).getByRole('button', { name: 'Make it again' }));
    expect(held).toHaveTextContent('as the last of all triggers');
    await user.click(within(held).getByRole('button', { name: 'Confirm' }));
    expect(await within(held).findByText(/Made again/)).toBeInTheDocument();
    const { title, conditions, actions } = buildTriggers().triggers[6]!.shipped;
    expect(writes()).toEqual([
      {
        type: 'POST',
        url: '/api/v2/triggers.json',
        body: { trigger: { title, active: true, conditions, actions } },
      },
    ]);
  });

  it('say what to do when Zendesk does not take it', async () => {
    const { user } = await show(MIXED_TRIGGERS, () => Promise.reject(toRejection(403, {})));
    const sales = await findItem(/Sends everything else/);
    await user.click(within(sales).getByRole('button', { name: 'Restore' }));
    await user.click(within(sales).getByRole('button', { name: 'Confirm' }));
    // The place of failures is always there, and empty until something is said in it.
    await waitFor(() => {
      expect(within(sales).getByRole('alert')).toHaveTextContent('You may not change triggers in Zendesk.');
    });
    expect(within(sales).getByRole('button', { name: 'Restore' })).toBeInTheDocument();
  });

  it('say why they cannot be shown', async () => {
    const { container } = await show(
      Promise.reject(toRejection(502, { error: { code: 'zendesk_unavailable', requestId: 'r' } })),
    );
    expect(await screen.findByText('The bridge cannot reach Zendesk at the moment.')).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });
});
