/** How the panel's certificate is believed. There is no way to believe any certificate. */
export type Trust =
  /** By the authorities that Node knows. */
  | { kind: 'public' }
  /** By these certificates and no others, in PEM. */
  | { kind: 'authority'; pem: string }
  /** When it is exactly this one: SHA-256 of the certificate, capital hex in pairs with colons between. */
  | { kind: 'pin'; fingerprint: string };
