import { buildHost } from '../../../src/simulators/zendesk/browser/zaf/buildHost';
import type { Host } from '../../../src/simulators/zendesk/browser/zaf/buildHost';
import type { HostPage } from '../../../src/simulators/zendesk/browser/zaf/HostPage';

/** The part of the SDK's client that these tests use. */
export type SdkClient = {
  get(path: string | string[]): Promise<Record<string, unknown>>;
  set(key: string, value: unknown): Promise<Record<string, unknown>>;
  invoke(name: string, ...args: unknown[]): Promise<Record<string, unknown>>;
  on(event: string, handler: (data: unknown) => unknown): void;
  off(event: string, handler: (data: unknown) => unknown): void;
  trigger(event: string, data: unknown): void;
  context(): Promise<Record<string, unknown>>;
  metadata(): Promise<{ settings: Record<string, unknown> }>;
};
type ClientClass = new (options: { origin: string; source: object; appGuid: string }) => SdkClient;

const ORIGIN = 'http://localhost:4000';

/**
 * Lets the real SDK of an app and the host talk: what the SDK posts to its parent reaches the host, and what the host
 * posts becomes a message event of the SDK's window.
 */
export function connectSdk(page: HostPage): { client: SdkClient; host: Host; frame: HTMLIFrameElement } {
  const frame = document.createElement('iframe');
  const parent = {
    postMessage: (message: unknown) => {
      host.receive(message);
    },
  };
  const host = buildHost(page, { guid: 'G', frame }, (message) => {
    const event = new MessageEvent('message', { data: JSON.stringify(message), origin: ORIGIN });
    Object.defineProperty(event, 'source', { value: parent });
    window.dispatchEvent(event);
  });
  // The file that the package's entry wraps: the entry finds its parent by itself, here it is given.
  const Client = jest.requireActual<ClientClass>('zendesk_app_framework_sdk/lib/client');
  return { client: new Client({ origin: ORIGIN, source: parent, appGuid: 'G' }), host, frame };
}
