import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AdminPage } from '../../src/app/locations/AdminPage';
import { buildView } from './buildView';
import { createFakeZaf } from './createFakeZaf';
import type { FakeZafState } from './createFakeZaf';

/** Parts of the page are compiled when they are first opened, which may take a busy machine seconds. Only ends what hangs. */
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

/** What the bridge answers, by path and query; a path that is missing is not there. */
export type BridgeAnswers = Record<string, unknown>;

/** A faked Zendesk with the admin page in its navigation bar, and a bridge that answers so. */
export function createAdminZaf(bridge: BridgeAnswers, changes: Partial<FakeZafState> = {}) {
  const zaf = createFakeZaf(buildView(), {
    location: 'nav_bar',
    ticketId: undefined,
    onRequest: async ({ url }) => {
      const path = url.replace('https://bridge.test', '');
      if (path in bridge) return bridge[path];
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
