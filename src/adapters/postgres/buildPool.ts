import { Pool } from 'pg';
import type { Logger } from '../../use-cases/ports';

/**
 * Connections to the database. A statement may take 15 s and a connection 5 s to come, so that a dead database fails
 * the work (which is tried again) instead of holding it. Errors of idle connections are logged, not thrown: the next
 * query takes a fresh connection.
 */
export function buildPool(options: { connectionString: string; logger: Logger }): Pool {
  const pool = new Pool({
    connectionString: options.connectionString,
    max: 20,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'support-credits',
  });
  const onLost = (error: Error) => {
    // A server that stops after us closes what is left of the connections.
    if (pool.ending) return;
    options.logger.warn({ code: codeOf(error) }, 'database connection lost');
  };
  // An idle connection reports to the pool, a busy one to itself; without a listener either would end the process.
  pool.on('error', onLost);
  pool.on('connect', (client) => client.on('error', onLost));
  return pool;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
