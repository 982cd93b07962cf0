import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { X509Certificate } from 'node:crypto';
import type { Finding } from '../../../use-cases/ports/billingInspection';
import type { Verdict } from '../../../use-cases/ports/finding';
import { withDeadline } from '../../system/withDeadline';
import type { Trust } from '../transport/trust';
import type { PanelAddress } from './panelAddress';

const TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;
const ENDS_SOON_DAYS = 21;

/** What the server showed, and why it is not believed; undefined when it is. */
type Shown = { certificate: X509Certificate | undefined; doubt: string | undefined };

/**
 * Whether the panel's certificate is believed, and which one it is. The handshake goes on with one that is not, so that
 * its fingerprint can be shown: the connection is closed then and nothing of ours was sent.
 */
export async function lookAtCertificate(address: PanelAddress, trust: Trust, now: Date): Promise<Finding[]> {
  if (!address.isEncrypted) return [describeOpenWay(address.host)];
  let shown: Shown;
  try {
    shown = await withDeadline({ timeoutMs: TIMEOUT_MS }, (signal) => shakeHands(address, trust, signal));
  } catch (error) {
    const code = toCode(error);
    const found = `Port ${address.port} takes connections but speaks no TLS (${code}).`;
    return [
      toFinding(
        'problem',
        found,
        'Check the port in BILLMANAGER_URL, or write http:// for a panel on this machine.',
      ),
    ];
  }
  const { certificate, doubt } = shown;
  const fingerprint = certificate?.fingerprint256 ?? 'none';
  if (doubt !== undefined) return [describeDoubt(doubt, fingerprint, trust)];
  const endsAt = new Date(certificate?.validTo ?? NaN);
  const ending = describeEnd(endsAt, now, trust);
  const found = `The certificate is believed (${describeTrust(trust)}), fingerprint ${fingerprint}${ending.words}.`;
  if (!ending.isSoon) return [toFinding('good', found)];
  return [toFinding('note', found, 'Renew the certificate of the panel in time.')];
}

function shakeHands({ host, port }: PanelAddress, trust: Trust, signal: AbortSignal): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(trust.kind === 'authority' ? { ca: trust.pem } : {}),
      rejectUnauthorized: false,
    });
    const end = () =>
      socket.destroy(Object.assign(new Error('The handshake took too long.'), { code: 'ETIMEDOUT' }));
    signal.addEventListener('abort', end, { once: true });
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      // Asked for once only: Node 20 does not give it a second time.
      const certificate = socket.getPeerX509Certificate();
      resolve({ certificate, doubt: findDoubt(socket, certificate, trust) });
      signal.removeEventListener('abort', end);
      socket.destroy();
    });
  });
}

function findDoubt(
  socket: TLSSocket,
  certificate: X509Certificate | undefined,
  trust: Trust,
): string | undefined {
  if (trust.kind === 'pin') {
    const isPinned = certificate?.fingerprint256 === trust.fingerprint;
    return isPinned ? undefined : 'it is not the one that BILLMANAGER_FINGERPRINT names';
  }
  return socket.authorized ? undefined : toCode(socket.authorizationError);
}

/** Node says why in an Error with a code, or in the code alone, whatever its types say. */
function toCode(why: unknown): string {
  if (typeof why === 'string') return why;
  const { code, message } = why as { code?: unknown; message?: unknown };
  return String(code ?? message);
}

function describeDoubt(doubt: string, fingerprint: string, trust: Trust): Finding {
  const compare =
    'Read the fingerprint on the panel’s own server (openssl x509 -noout -fingerprint -sha256 -in <certificate>). If it is the same, set BILLMANAGER_FINGERPRINT to it';
  const others =
    trust.kind === 'pin'
      ? 'Is it another one, somebody stands in between: send nothing there.'
      : 'or set BILLMANAGER_CA_FILE to the certificate of the authority that signed it. Is it another one, somebody stands in between.';
  return toFinding(
    'problem',
    `The certificate is not believed (${doubt}). The server shows the fingerprint ${fingerprint}.`,
    trust.kind === 'pin' ? `${compare}. ${others}` : `${compare}, ${others}`,
  );
}

function describeTrust(trust: Trust): string {
  if (trust.kind === 'pin') return 'it is the one of BILLMANAGER_FINGERPRINT';
  return trust.kind === 'authority' ? 'signed as BILLMANAGER_CA_FILE says' : 'signed by a public authority';
}

/** A pinned certificate is believed whatever its end says. */
function describeEnd(endsAt: Date, now: Date, trust: Trust): { words: string; isSoon: boolean } {
  if (Number.isNaN(endsAt.getTime())) return { words: '', isSoon: false };
  const days = Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS);
  return {
    words: `, valid until ${endsAt.toISOString().slice(0, 10)}`,
    isSoon: trust.kind !== 'pin' && days < ENDS_SOON_DAYS,
  };
}

function describeOpenWay(host: string): Finding {
  if (/^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)) {
    return toFinding('good', 'The way is not encrypted, and does not leave this machine.');
  }
  const found = 'The way is not encrypted: login and password can be read by everybody in between.';
  return toFinding('problem', found, 'Write https:// in BILLMANAGER_URL.');
}

function toFinding(verdict: Verdict, found: string, change?: string): Finding {
  return { step: 'certificate', verdict, found, ...(change === undefined ? {} : { change }) };
}
