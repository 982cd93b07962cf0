import type { PoolClient } from 'pg';
import type { Figures } from '../../../use-cases/ports/figures';

/** Pauses and paces of all replicas. Single addresses hold ids, so they are told as one: that with the longest pause. */
export async function readLimits(client: PoolClient): Promise<Pick<Figures, 'pauses' | 'paces'>> {
  const pauses = await client.query<{ scope: string; seconds: number }>(
    `select case when scope like '% %' then 'address' else scope end as scope,
            max(extract(epoch from until - clock_timestamp()))::float8 as seconds
       from support_credits.request_pauses where until > clock_timestamp() group by 1`,
  );
  const paces = await client.query<{ name: string; ahead: number }>(
    `select name, greatest(0, extract(epoch from taken_until - clock_timestamp()))::float8 as ahead
       from support_credits.request_paces`,
  );
  return {
    pauses: pauses.rows,
    paces: paces.rows.map(({ name, ahead }) => ({ name, aheadSeconds: ahead })),
  };
}
