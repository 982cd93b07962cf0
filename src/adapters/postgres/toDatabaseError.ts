import { types } from 'node:util';
import { AdapterError } from '../../use-cases/ports/AdapterError';

/** What the network says when nobody answers, and what a dying connection says. */
const NETWORK_CODES = [
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/**
 * SQLSTATE of a server that cannot work at the moment: connection exception (08), resources used up (53), shutting down,
 * starting or cancelled (57014, 57P), idle in a transaction for too long (25P03).
 */
const PASSING_STATES = /^(08...|53...|57014|57P..|25P03)$/;

/** The driver gives these no code (node-postgres, `client.js` and `pg-pool`). */
const DRIVER_SENTENCES =
  /^(Query read timeout|timeout e|Connection terminated|Client (has encountered a connection error|was closed)|Cannot use a pool after)/;

/**
 * Names a database that cannot be asked: `AdapterError` with code `database_unavailable`, worth another try. Anything
 * else, such as a violated guard, is a defect or a decision of the caller and comes back as it is.
 */
export function toDatabaseError(error: unknown): unknown {
  // Not `instanceof`: an error of the network is made outside the realm of a test.
  if (!types.isNativeError(error) || error instanceof AdapterError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const isAway =
    code === undefined
      ? DRIVER_SENTENCES.test(error.message)
      : NETWORK_CODES.includes(code) || PASSING_STATES.test(code);
  if (!isAway) return error;
  // Without a code it is one of the driver's own sentences, which repeat nothing that was sent.
  const sentence = `The database could not be asked (${code ?? error.message}).`;
  return new AdapterError(sentence, { code: 'database_unavailable', retry: true, cause: error });
}
