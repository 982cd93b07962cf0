import type { NotificationEvent } from '../../pages/views/PageData';

type Notification = NotificationEvent['notification'];
type Listener = (notification: Notification) => void;

const listeners = new Set<Listener>();

/** Hears what is sent to the app by `POST /api/v2/apps/notify`, for as long as the page is open. */
export function onAppNotification(listener: Listener): void {
  listeners.add(listener);
}

/** Hands a notification to every instance of the app in the page. */
export function tellApps(notification: Notification): void {
  for (const listener of listeners) listener(notification);
}
