import { render, screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { AdminPage } from '../../../src/app/locations/AdminPage';
import { createAdminZaf, renderAdminPage } from '../renderAdminPage';

const counts = { counts: [{ kind: 'held', count: 12 }] };

describe('the admin page', () => {
  it('names to the bridge who looks, and shows what it answers', async () => {
    const zaf = createAdminZaf({ '/v1/admin/work': counts });
    const { container } = renderAdminPage(zaf);
    expect(await screen.findByRole('button', { name: 'Held: wait for credits 12' })).toBeInTheDocument();
    expect(zaf.reads()[0]?.jwt?.claims).toMatchObject({ aud: 'support-credits-bridge', user_id: '7' });
    expect((await axe(container)).violations).toEqual([]);
  });

  it('tells somebody who is no admin, and asks the bridge nothing', async () => {
    const zaf = createAdminZaf({});
    zaf.state.paths['currentUser.role'] = 'agent';
    renderAdminPage(zaf);
    expect(await screen.findByText('Only admins of Zendesk can see this.')).toBeInTheDocument();
    expect(zaf.requests).toEqual([]);
  });

  it('tells what is missing where the app has no address of the bridge', async () => {
    renderAdminPage(createAdminZaf({}, { settings: {} }));
    expect(await screen.findByText(/enter the address of the bridge/)).toBeInTheDocument();
  });

  it('tells why nothing can be shown, and tries again when asked to', async () => {
    const answers: Record<string, unknown> = {};
    const { user } = renderAdminPage(createAdminZaf(answers));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no bridge at the configured address.',
    );
    answers['/v1/admin/work'] = counts;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('button', { name: 'Held: wait for credits 12' })).toBeInTheDocument();
  });

  it('says where it belongs when it was opened outside Zendesk', async () => {
    render(<AdminPage client={undefined} />);
    expect(await screen.findByText('Open this page inside Zendesk')).toBeInTheDocument();
  });
});
