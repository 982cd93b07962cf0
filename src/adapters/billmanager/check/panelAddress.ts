/** Where the panel is, as far as the network is concerned. */
export type PanelAddress = { host: string; port: number; isEncrypted: boolean };

const DEFAULT_PORTS = { http: 80, https: 443 };

/** Takes the address apart; `baseUrl` has been checked with the configuration. */
export function toPanelAddress(baseUrl: string): PanelAddress {
  const { protocol, hostname, port } = new URL(baseUrl);
  const isEncrypted = protocol === 'https:';
  return {
    // The brackets around an IPv6 address belong to the notation of addresses, not to the name.
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? DEFAULT_PORTS[isEncrypted ? 'https' : 'http'] : Number(port),
    isEncrypted,
  };
}
