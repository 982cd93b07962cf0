import type { HostedApp } from '../../pages/views/HostedApp';
import { element } from '../dom/element';
import { onAppNotification } from './appNotifications';
import { buildHost } from './buildHost';
import type { Host } from './buildHost';
import type { HostPage } from './HostPage';

/** An app in the page: what to put where it belongs, and the wire to it. */
export type AppFrame = { element: HTMLElement } & Pick<Host, 'emit' | 'askBeforeSave'>;

/**
 * Loads the installed app's page for a location into a frame of its own and serves it; undefined when no app is
 * installed or it has no such page. The frame's address carries the host's origin and the instance's guid
 * (zendesk.md 1.1).
 */
export function mountApp(
  around: Omit<HostPage, 'app'> & { app: HostedApp | undefined },
): AppFrame | undefined {
  const { app, location: place } = around;
  const address = app?.locations[place];
  if (app === undefined || address === undefined) return undefined;
  const page: HostPage = { ...around, app };

  const guid = crypto.randomUUID();
  const url = new URL(address);
  url.searchParams.set('origin', location.origin);
  url.searchParams.set('app_guid', guid);
  const frame = element('iframe', {
    title: app.name,
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups',
  });
  const host = buildHost(page, { guid, frame }, (message) => {
    frame.contentWindow?.postMessage(JSON.stringify(message), url.origin);
  });
  // Before the frame has an address: the app speaks as soon as it is loaded.
  window.addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && event.origin === url.origin) host.receive(event.data);
  });
  frame.src = url.href;

  onAppNotification(({ event, body }) => {
    host.emit(`api_notification.${event}`, body);
  });
  page.scheme.onChange((scheme) => {
    host.emit('colorScheme.changed', scheme);
  });
  page.ticket?.onChange((changes) => {
    for (const { property, newValue, oldValue } of changes) {
      host.emit(`${property}.changed`, newValue);
      host.emit('*.changed', { propertyName: property, newValue, oldValue });
    }
  });
  const box = element(
    'section',
    { class: `app ${place}`, 'aria-label': app.name },
    element('h2', {}, app.name),
    frame,
  );
  return { element: box, emit: host.emit, askBeforeSave: host.askBeforeSave };
}
