import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import type { X509Certificate } from 'node:crypto';
import { toFinding } from '../../../domain/setup/finding';
import { say } from '../../../domain/setup/saying';
import type { Saying } from '../../../domain/setup/saying';
import type { BillingFinding } from '../../../use-cases/ports/billingInspection';
import { withDeadline } from '../../system/withDeadline';
import type { Trust } from '../transport/trust';
import type { PanelAddress } from './panelAddress';

const STEP = 'certificate';

/** By whom a certificate is believed. */
const TRUSTS: Readonly<Record<Trust['kind'], Saying>> = {
  pin: say('trust_pin'),
  authority: say('trust_authority'),
  public: say('trust_public'),
};

const TIMEOUT_MS = 10_000;
const DAY_MS = 86_400_000;
const ENDS_SOON_DAYS = 21;

/** What the server showed, and why it is not believed; undefined when it is. */
type Shown = { certificate: X509Certificate | undefined; doubt: string | Saying | undefined };

/**
 * Whether the panel's certificate is believed, and which one it is. The handshake goes on with one that is not, so that
 * its fingerprint can be shown: the connection is closed then and nothing of ours was sent.
 */
export async function lookAtCertificate(
  address: PanelAddress,
  trust: Trust,
  now: Date,
): Promise<BillingFinding[]> {
  if (!address.isEncrypted) return [describeOpenWay(address.host)];
  let shown: Shown;
  try {
    shown = await withDeadline({ timeoutMs: TIMEOUT_MS }, (signal) => shakeHands(address, trust, signal));
  } catch (error) {
    const noTls = say('certificate_no_tls', { port: address.port, error: toCode(error) });
    return [toFinding(STEP, 'problem', noTls, say('certificate_check_port'))];
  }
  const { certificate, doubt } = shown;
  const fingerprint = certificate?.fingerprint256 ?? 'none';
  if (doubt !== undefined) return [describeDoubt(doubt, fingerprint, trust)];
  const endsAt = new Date(certificate?.validTo ?? NaN);
  const believed = { trust: TRUSTS[trust.kind], fingerprint };
  if (Number.isNaN(endsAt.getTime())) return [toFinding(STEP, 'good', say('certificate_good', believed))];
  const good = say('certificate_good_until', { ...believed, day: endsAt.toISOString().slice(0, 10) });
  return endsSoon(endsAt, now, trust)
    ? [toFinding(STEP, 'note', good, say('certificate_renew'))]
    : [toFinding(STEP, 'good', good)];
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
): string | Saying | undefined {
  if (trust.kind === 'pin') {
    const isPinned = certificate?.fingerprint256 === trust.fingerprint;
    return isPinned ? undefined : say('doubt_pin');
  }
  return socket.authorized ? undefined : toCode(socket.authorizationError);
}

/** Node says why in an Error with a code, or in the code alone, whatever its types say. */
function toCode(why: unknown): string {
  if (typeof why === 'string') return why;
  const { code, message } = why as { code?: unknown; message?: unknown };
  return String(code ?? message);
}

function describeDoubt(doubt: string | Saying, fingerprint: string, trust: Trust): BillingFinding {
  const doubted = say('certificate_doubted', { doubt, fingerprint });
  const change = say(trust.kind === 'pin' ? 'certificate_compare_pinned' : 'certificate_compare');
  return toFinding(STEP, 'problem', doubted, change);
}

/** A pinned certificate is believed whatever its end says. */
function endsSoon(endsAt: Date, now: Date, trust: Trust): boolean {
  const days = Math.floor((endsAt.getTime() - now.getTime()) / DAY_MS);
  return trust.kind !== 'pin' && days < ENDS_SOON_DAYS;
}

function describeOpenWay(host: string): BillingFinding {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)
    ? toFinding(STEP, 'good', say('way_open_here'))
    : toFinding(STEP, 'problem', say('way_open'), say('way_write_https'));
}
