import { Agent } from 'node:https';
import type { RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { PIN_MISMATCH } from './isTlsFailure';

const HANDSHAKE_TIMEOUT_MS = 10_000;

/**
 * Connects to a server whose certificate has exactly this SHA-256 fingerprint, and to no other. The pin takes the place
 * of the check of chain, name and end, which a self-signed certificate cannot pass. Who asks gets the connection only
 * after the comparison, so that a wrong server never sees a word of ours; that the server holds the certificate's key is
 * proved by the handshake itself.
 */
export class PinnedAgent extends Agent {
  readonly #fingerprint: string;

  constructor(fingerprint: string) {
    super({ keepAlive: true });
    this.#fingerprint = fingerprint;
  }

  override createConnection(
    { host, port, servername }: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    const socket = connect({
      host: host ?? undefined,
      port: Number(port),
      servername,
      ALPNProtocols: ['http/1.1'],
      // Lets the handshake end, not the connection begin: the comparison below decides alone.
      rejectUnauthorized: false,
    });
    const finish = (error: Error | null) => {
      socket.setTimeout(0);
      socket.off('error', finish);
      callback?.(error, socket);
    };
    socket.setTimeout(HANDSHAKE_TIMEOUT_MS, () => socket.destroy(toError('ETIMEDOUT')));
    socket.once('error', finish);
    socket.once('secureConnect', () => {
      if (this.#isPinned(socket)) finish(null);
      else socket.destroy(toError(PIN_MISMATCH));
    });
  }

  #isPinned(socket: TLSSocket): boolean {
    return socket.getPeerX509Certificate()?.fingerprint256 === this.#fingerprint;
  }
}

function toError(code: string): Error {
  return Object.assign(new Error('The connection was given up.'), { code });
}
