/**
 * Hears the changes of tickets from a stream of server-sent events. `onReconnect` is called when the stream stands
 * again after it was lost: changes in between were not heard, so the page should read everything again.
 */
export function listenToChanges<Change>(
  path: string,
  onChange: (change: Change) => void,
  onReconnect: () => void,
): void {
  const stream = new EventSource(path);
  let wasLost = false;
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    onChange(JSON.parse(event.data) as Change);
  });
  stream.addEventListener('error', () => {
    wasLost = true;
  });
  stream.addEventListener('open', () => {
    if (wasLost) onReconnect();
    wasLost = false;
  });
}
