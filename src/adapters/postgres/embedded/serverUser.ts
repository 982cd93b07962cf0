/** How a program of the server is run: what stands in front of it, and whom the process becomes. */
export type ServerUser = { prefix: readonly string[]; uid?: number; gid?: number };

/** The user `nobody` of every common Linux. */
const NOBODY = 65534;

const ASK_TO_DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];
const USER_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

/**
 * The ways to run the server, best first; the caller takes the first that works. PostgreSQL refuses to run as root, so
 * root takes a user namespace (no new user, works under a private folder too) or else becomes `nobody`
 * (feasibility.md 3d). An existing cluster binds: its files belong to whoever made it, `clusterOwner`.
 * Each way comes first with the wish to be stopped when our process dies, which not every system knows.
 */
export function listServerUsers(currentUid: number, clusterOwner: number | undefined): ServerUser[] {
  return waysToRun(currentUid, clusterOwner).flatMap((way) => [
    { ...way, prefix: [...ASK_TO_DIE_WITH_PARENT, ...way.prefix] },
    way,
  ]);
}

function waysToRun(currentUid: number, clusterOwner: number | undefined): ServerUser[] {
  if (currentUid !== 0) return [{ prefix: [] }];
  if (clusterOwner === 0) return [{ prefix: USER_NAMESPACE }];
  if (clusterOwner !== undefined) return [{ prefix: [], uid: clusterOwner, gid: clusterOwner }];
  return [{ prefix: USER_NAMESPACE }, { prefix: [], uid: NOBODY, gid: NOBODY }];
}
