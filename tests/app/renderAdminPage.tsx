import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminPage } from '../../src/app/locations/AdminPage';
import { buildView } from './buildView';
import { createFakeZaf } from './createFakeZaf';
import type { FakeZafState } from './createFakeZaf';

const BRIDGE = 'https://bridge.test';

/** What the bridge answers, by path and query; a path that is missing is not there. */
export type BridgeAnswers = Record<string, unknown>;

/** A faked Zendesk with the admin page in its navigation bar, and a bridge that answers so. */
export function createAdminZaf(bridge: BridgeAnswers, changes: Partial<FakeZafState> = {}) {
  const zaf = createFakeZaf(buildView(), {
    location: 'nav_bar',
    ticketId: undefined,
    onRequest: ({ url }) => {
      if (!url.startsWith(BRIDGE)) return undefined;
      const path = url.slice(BRIDGE.length);
      if (path in bridge) return Promise.resolve(bridge[path]);
      return Promise.reject({
        status: 404,
        responseText: '{}',
        responseJSON: { error: { code: 'not_found', requestId: 'r' } },
      });
    },
    ...changes,
  });
  if (changes.paths === undefined) zaf.state.paths['currentUser.role'] = 'admin';
  return zaf;
}

/** Shows the whole admin page. */
export function renderAdminPage(zaf: ReturnType<typeof createAdminZaf>) {
  return { user: userEvent.setup(), ...render(<AdminPage client={zaf.client} />) };
}

/** Shows the admin page with this tab open, by its name. */
export async function renderAdminTab(zaf: ReturnType<typeof createAdminZaf>, name: string) {
  const page = renderAdminPage(zaf);
  await page.user.click(await screen.findByRole('tab', { name }));
  return page;
}
