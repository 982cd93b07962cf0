import { Pool } from 'pg';
import type { PoolConfig } from 'pg';
import type { Logger } from '../../use-cases/ports/logger';

/**
 * Connections to the database. Nobody waits for ever on a dead one: a connection may take 5 s to come, a free one of the
 * pool too; the server ends a statement after 15 s; and what has no answer after 20 s, because no server is there any
 * more to end it, fails here and its connection is thrown away. Idle connections are kept alive by the system, so that
 * a lost one is noticed. Errors of idle connections are logged, not thrown: the next query takes a fresh connection.
 *
 * A connection sends each statement at once, also while the one before it has no answer yet (`inTransaction.ts`).
 *
 * Statements look rows up by key, and their plans are kept as long as the connection: one made while a table was small
 * must not read it whole when it has grown, so whole tables are read only where there is no other way.
 */
export function buildPool(options: {
  connectionString: string;
  logger: Logger;
  connectTimeoutMs?: number;
  queryTimeoutMs?: number;
}): Pool {
  const { connectTimeoutMs = 5_000, queryTimeoutMs = 20_000 } = options;
  const config: PoolConfig & { pipeline: boolean } = {
    connectionString: options.connectionString,
    max: 20,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: 15_000,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'support-credits',
    options: '-c enable_seqscan=off -c jit=off',
    pipeline: true,
  };
  const pool = new Pool(config);
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
