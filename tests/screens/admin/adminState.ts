import type { Frame } from 'playwright-core';
import type { HostAnswers } from '../hostScript';
import { BRIDGE, buildAnswers } from '../states';
import { VIEWS } from '../firstLookStates';

/** One state of the admin page: its tab, what Zendesk and the bridge answer, and what the admin does in it. */
export type AdminState = {
  name: string;
  /** The tab by its key in `AdminTabs`. */
  tab: string;
  answers: HostAnswers;
  /** Ends when the screen shows what came of it. */
  act?: (frame: Frame) => Promise<void>;
};

/** An admin before the page; the bridge answers by what an address contains, and nothing at all to what is not named. */
export function buildAdminAnswers(bridge: HostAnswers['requests']): HostAnswers {
  const { settings, paths } = buildAnswers(VIEWS.ready);
  return {
    context: { location: 'nav_bar' },
    settings,
    paths: { ...paths, 'currentUser.role': 'admin' },
    requests: [...bridge, { match: '/api/v2/', status: 200, body: {} }],
  };
}

/** The bridge refuses, whatever it is asked. */
export function buildAdminRefusal(status: number, code: string): HostAnswers {
  return buildAdminAnswers([{ match: BRIDGE, status, body: { error: { code, requestId: 'r' } } }]);
}
