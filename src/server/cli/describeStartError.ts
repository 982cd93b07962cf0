import { AdapterError } from '../../use-cases/ports/AdapterError';
import { ConfigError } from '../config';

/** What an operator reads when the bridge does not start: every problem of the configuration, or one sentence. */
export function describeStartError(error: unknown): string {
  if (error instanceof ConfigError) {
    return ['The bridge cannot start:', ...error.problems.map((problem) => `  - ${problem}`)].join('\n');
  }
  if (error instanceof AdapterError) return `The bridge cannot start (${error.code}): ${error.message}`;
  const known = codeOf(error) === 'EADDRINUSE' ? describeTakenPort(error) : SENTENCES[String(codeOf(error))];
  if (known !== undefined) return `The bridge cannot start: ${known}`;
  return `The bridge cannot start: ${error instanceof Error ? error.message : 'unknown failure'}`;
}

/** By codes of Node (`node:os`, errno) and of PostgreSQL (its manual, appendix A); of these the message alone does not help. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no database answers. Check DATABASE_URL.',
  ENOTFOUND: 'no machine has the name in DATABASE_URL. Check its host.',
  '57P03': 'the database is still starting, or shutting down. Start the bridge again in a moment.',
  '3D000': 'the server has no database of the name in DATABASE_URL. Create it, or correct the name.',
  '28P01': 'the database refuses the password in DATABASE_URL.',
  '53300':
    'the database takes no more connections; a bridge wants up to 20. Raise max_connections, or run fewer bridges.',
};

/** Node tells which port it was; the bridge may listen on two. */
function describeTakenPort(error: unknown): string {
  const port = typeof error === 'object' && error !== null && 'port' in error ? ` ${String(error.port)}` : '';
  return `the port${port} is taken. Set PORT to another one, or METRICS_PORT where it is that of the metrics.`;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
