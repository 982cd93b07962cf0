import { X509Certificate } from 'node:crypto';
import type { Trust } from './trust';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * How certificates are believed: by those of a PEM file, by a pin, or by Node's authorities when neither is given.
 * Undefined: the file cannot be read, or holds something else than certificates.
 */
export async function readTrust(
  given: { caFile: string | undefined; fingerprint: string | undefined },
  readText: (path: string) => Promise<string>,
): Promise<Trust | undefined> {
  if (given.fingerprint !== undefined) return { kind: 'pin', fingerprint: given.fingerprint };
  if (given.caFile === undefined) return { kind: 'public' };
  try {
    const certificates = (await readText(given.caFile)).match(CERTIFICATE) ?? [];
    for (const certificate of certificates) new X509Certificate(certificate);
    return certificates.length === 0 ? undefined : { kind: 'authority', pem: certificates.join('\n') };
  } catch {
    return undefined;
  }
}
