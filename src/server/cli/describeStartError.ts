import { AdapterError } from '../../use-cases/ports/AdapterError';
import { ConfigError } from '../config';

/** What an operator reads when the bridge does not start: every problem of the configuration, or one sentence. */
export function describeStartError(error: unknown): string {
  if (error instanceof ConfigError) {
    return ['The bridge cannot start:', ...error.problems.map((problem) => `  - ${problem}`)].join('\n');
  }
  if (error instanceof AdapterError) return `The bridge cannot start (${error.code}): ${error.message}`;
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return 'The bridge cannot start: its port is taken. Set PORT to another one.';
  if (code === 'ECONNREFUSED') return 'The bridge cannot start: no database answers. Check DATABASE_URL.';
  return `The bridge cannot start: ${error instanceof Error ? error.message : 'unknown failure'}`;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
