import { AdapterError } from '../../use-cases/ports/AdapterError';
import { ConfigError } from '../config';

/** What an operator reads when a command on the host fails. */
export function describeCommandError(error: unknown): string {
  if (error instanceof ConfigError) return error.problems.join('\n');
  if (error instanceof AdapterError) return `${error.code}: ${error.message}`;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ECONNREFUSED') return 'No database answers. Check DATABASE_URL.';
  if (code === 'EPIPE') return 'Nobody reads the output any more.';
  if (code === 'EEXIST') return 'The file is there already: name another one, or move it away.';
  return error instanceof Error ? error.message : 'Unknown failure.';
}
