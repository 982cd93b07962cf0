import type { SdkClient } from './sdkClient';

/**
 * The npm SDK never takes away the two handlers that it adds for each request, and with them keeps every answer for as long
 * as the frame stands (lib/client.js, `request`). This client takes them away when the request has ended.
 */
export function forgetAnswers(client: SdkClient): SdkClient {
  const request: SdkClient['request'] = (options) => {
    const added: Parameters<SdkClient['on']>[] = [];
    const on: SdkClient['on'] = (event, handler) => {
      added.push([event, handler]);
      return client.on(event, handler);
    };
    const asking = Object.assign(Object.create(client) as SdkClient, { on });
    return client.request.call(asking, options).finally(() => {
      for (const [event, handler] of added) client.off(event, handler);
    });
  };
  return Object.assign(Object.create(client) as SdkClient, { request });
}
