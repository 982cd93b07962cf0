import { join } from 'node:path';

/** The database role that owns everything in the embedded server. */
export const SUPERUSER = 'support_credits';

/** PostgreSQL's own files. */
export const clusterFolder = (dataDir: string): string => join(dataDir, 'cluster');

/** The password of `SUPERUSER`, readable by its owner only. */
export const passwordFile = (dataDir: string): string => join(dataDir, 'password');

/** What the server says while it runs. */
export const logFile = (dataDir: string): string => join(dataDir, 'postgres.log');

/** Library links, where the package came without them. */
export const linkFolder = (dataDir: string): string => join(dataDir, 'lib');
