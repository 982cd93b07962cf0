import type { PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** A little more than the longest `statement_timeout` of the proofs: the server gives up first, and says why. */
const LONG_QUERY_MS = 31 * 60_000;

/**
 * A statement that may take longer than the pool lets others take. The caller raises `statement_timeout` as well, which
 * is the server's own limit.
 */
export function queryLong<Row extends QueryResultRow>(
  client: PoolClient,
  text: string,
  values: readonly unknown[] = [],
): Promise<QueryResult<Row>> {
  const config: QueryConfig & { query_timeout: number } = {
    text,
    values: [...values],
    query_timeout: LONG_QUERY_MS,
  };
  return client.query<Row>(config);
}
