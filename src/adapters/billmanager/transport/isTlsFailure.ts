/** The certificate is not the pinned one. */
export const PIN_MISMATCH = 'ERR_TLS_PIN_MISMATCH';

/** Node's and OpenSSL's codes of a certificate that is not believed, and of a partner that speaks no TLS (`EPROTO`). */
const TLS_FAILURES = [
  /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_)/,
  /SELF_SIGNED/,
  /^(EPROTO|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED)$/,
];

/** Whether a connection failed because of TLS: then no word of ours was sent, and asking again does not help. */
export function isTlsFailure(code: string | undefined): boolean {
  return code !== undefined && TLS_FAILURES.some((pattern) => pattern.test(code));
}
