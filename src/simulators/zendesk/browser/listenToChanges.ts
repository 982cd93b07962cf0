import type { NotificationEvent } from '../pages/views/PageData';
import { tellApps } from './zaf/appNotifications';

/**
 * Hears the changes of tickets from a stream of server-sent events; what is for the app in the page goes there. `onReconnect` is called when the stream stands
 * again after it was lost: changes in between were not heard, so the page should read everything again.
 */
export function listenToChanges<Change extends object>(
  path: string,
  onChange: (change: Change) => void,
  onReconnect: () => void,
): void {
  const stream = new EventSource(path);
  let wasLost = false;
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    const told = JSON.parse(event.data) as Change | NotificationEvent;
    if (isNotification(told)) tellApps(told.notification);
    else onChange(told);
  });
  stream.addEventListener('error', () => {
    wasLost = true;
  });
  stream.addEventListener('open', () => {
    if (wasLost) onReconnect();
    wasLost = false;
  });
}

function isNotification(told: object): told is NotificationEvent {
  return 'notification' in told;
}
