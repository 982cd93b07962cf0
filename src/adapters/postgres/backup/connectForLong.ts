import { Client } from 'pg';

/** A table of 10 million entries is read and loaded in a fraction of it. */
const LONGEST_STATEMENT = '2h';

const LOCK_WAIT = '15s';

/** Texts as they mean the same to every server. */
const SETTINGS = [
  `set statement_timeout = '${LONGEST_STATEMENT}'`,
  `set lock_timeout = '${LOCK_WAIT}'`,
  `set idle_in_transaction_session_timeout = '10min'`,
  `set datestyle = 'ISO, YMD'`,
  `set intervalstyle = 'iso_8601'`,
  `set timezone = 'UTC'`,
  `set extra_float_digits = 1`,
  `set bytea_output = 'hex'`,
  `set client_encoding = 'UTF8'`,
];

/**
 * A connection for statements that take long, ended by {@link Client.end}. Each has an end nevertheless: connecting 10 s,
 * waiting for a lock 15 s, a statement two hours; a server that is gone without a word is noticed by the system.
 */
export async function connectForLong(connectionString: string): Promise<Client> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'support-credits backup',
  });
  // A busy connection reports its loss to who waits; without a listener it would end the process as well.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(SETTINGS.join('; '));
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}
