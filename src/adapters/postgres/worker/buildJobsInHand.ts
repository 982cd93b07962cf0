import type { QueryConfig } from 'pg';

/** The jobs that this process knows to be its own: from when it hears of them until the database has put them away. */
export type JobsInHand = { take(id: string): void; putAway(query: QueryConfig): void; list(): string[] };

/** Built empty; `putAway` reads from graphile-worker's own statement which jobs it put away. */
export function buildJobsInHand(): JobsInHand {
  const ids = new Set<string>();
  return {
    take: (id) => void ids.add(id),
    putAway(query) {
      for (const id of readIds(query)) ids.delete(id);
    },
    list: () => [...ids],
  };
}

/** Jobs that were done are named by the first value, one or a list; failed ones in the JSON of the second (0.17.3, dist/sql). */
function readIds({ name = '', values: [first, second] = [] }: QueryConfig): string[] {
  if (!name.startsWith('fail_')) return [first].flat().map(String);
  const failed: unknown = JSON.parse(String(second));
  if (!Array.isArray(failed)) return [];
  return failed.map((each: { jobId?: unknown }) => String(each.jobId));
}
