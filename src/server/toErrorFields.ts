import { AdapterError } from '../use-cases/ports/AdapterError';

/**
 * What the log may know of something thrown. An {@link AdapterError} names what was asked, by its own promise. Of
 * anything else the message stays out, because it may repeat contents; its place in the code is told instead.
 */
export function toErrorFields(error: unknown): Record<string, unknown> {
  if (error instanceof AdapterError) {
    return { code: error.code, retry: error.retry, asked: error.message };
  }
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { errorName: error.name, ...code, frames: readFrames(error) };
}

function readFrames(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? [];
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
