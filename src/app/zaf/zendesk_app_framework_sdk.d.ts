/** The npm package has no types (zendesk.md 1.5); what the app uses of the client stands in `SdkClient`. */
declare module 'zendesk_app_framework_sdk' {
  /** Starts the handshake with the host page; false when the page was not opened by Zendesk. */
  export function init(): unknown;
}
