import { AdapterError } from '../../use-cases/ports/AdapterError';
import { ConfigError } from '../config';

/** A disk that is full, a quota that is used up, a file that may not grow any more. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** What an operator reads when a command on the host fails. */
export function describeCommandError(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  if (error instanceof AdapterError) return `${error.code}: ${error.message}`;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return 'No database answers. Check DATABASE_URL.';
  if (code === 'EPIPE') return 'Nobody reads the output any more.';
  if (FULL.includes(String(code))) return 'There is no room for the file. Free some, or name another place.';
  if (code === 'EEXIST') return 'The file is there already: name another one, or move it away.';
  return error instanceof Error ? error.message : 'Unknown failure.';
}
