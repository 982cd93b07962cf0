import { init } from 'zendesk_app_framework_sdk';
import { forgetAnswers } from './forgetAnswers';
import type { SdkClient } from './sdkClient';

declare global {
  interface Window {
    /** Set by the vendor's own script (zendesk.md 1.6), when the page loads it. */
    ZAFClient?: { init(): unknown };
  }
}

/**
 * Opens the connection to the page of Zendesk around this frame; undefined outside Zendesk.
 * The vendor's current SDK goes first where the page has loaded it, else the bundled one is used: same protocol.
 */
export function initSdk(): SdkClient | undefined {
  if (window.ZAFClient) {
    const client = window.ZAFClient.init();
    return client ? (client as SdkClient) : undefined;
  }
  const client = init();
  return client ? forgetAnswers(client as SdkClient) : undefined;
}
