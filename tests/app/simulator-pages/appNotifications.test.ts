import { mountApp } from '../../../src/simulators/zendesk/browser/zaf/mountApp';
import { listenToChanges } from '../../../src/simulators/zendesk/browser/listenToChanges';
import { buildHostPage } from './buildHostPage';

/** A stream of server-sent events that the test speaks into. */
class SpokenStream extends EventTarget {
  static last: SpokenStream | undefined;
  constructor() {
    super();
    SpokenStream.last = this;
  }
  say(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(data) }));
  }
}

it('hands what the stream brings for the app to the app, and the rest to the page', () => {
  Object.assign(globalThis, { EventSource: SpokenStream });
  const app = mountApp(buildHostPage());
  document.body.append(app!.element);
  const frame = document.querySelector('iframe')!;
  const posted = jest.spyOn(frame.contentWindow!, 'postMessage').mockImplementation(() => undefined);
  const subscription = {
    key: 'iframe.on:api_notification.credits.changed',
    message: { subscriberCount: 1 },
    appGuid: 'G',
  };
  const data = JSON.stringify(subscription);
  const { origin } = new URL(frame.src);
  window.dispatchEvent(new MessageEvent('message', { data, origin, source: frame.contentWindow }));

  const changes: object[] = [];
  listenToChanges(
    '/agent/events',
    (change: object) => changes.push(change),
    () => undefined,
  );
  SpokenStream.last?.say({ notification: { event: 'credits.changed', body: { ticketId: 1 } } });
  SpokenStream.last?.say({ ticketId: 1 });
  const message = { key: 'zaf.api_notification.credits.changed', message: { ticketId: 1 } };
  expect(posted.mock.calls).toEqual([[JSON.stringify(message), origin]]);
  expect(changes).toEqual([{ ticketId: 1 }]);
});
