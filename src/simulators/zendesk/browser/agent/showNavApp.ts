import type { AgentEvent, AgentPageData } from '../../pages/views/PageData';
import { element } from '../dom/element';
import { listenToChanges } from '../listenToChanges';
import type { RestClient } from '../restClient';
import { mountApp } from '../zaf/mountApp';
import type { ColorSchemeSwitch } from './colorScheme';

/** The app's own page in the navigation, when it has one. */
export function showNavApp(
  page: HTMLElement,
  data: AgentPageData,
  rest: RestClient,
  scheme: ColorSchemeSwitch,
) {
  // Nothing of the page changes; the stream brings what is sent to the app.
  const ignore = () => undefined;
  listenToChanges<AgentEvent>('/agent/events', ignore, ignore);
  const app = mountApp({ ...data, location: 'nav_bar', ticket: undefined, rest, scheme });
  page.append(
    app
      ? element('main', { class: 'nav-app' }, app.element)
      : element(
          'main',
          { class: 'plain' },
          element('p', {}, 'The installed app has no page in the navigation bar.'),
        ),
  );
}
