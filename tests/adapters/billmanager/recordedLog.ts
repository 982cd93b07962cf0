import type { Clock } from '../../../src/use-cases/ports/clock';
import type { Logger } from '../../../src/use-cases/ports/logger';

/** What was logged, so that a test can tell what was said and that no secret was. */
export type LogLine = { level: 'info' | 'warn' | 'error'; fields: Record<string, unknown>; message: string };

/** A logger that keeps its lines. */
export function buildRecordedLog(): Logger & { lines: LogLine[] } {
  const lines: LogLine[] = [];
  const keep = (level: LogLine['level']) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') };
}

/** A clock that stands still until it is set. */
export function buildFixedClock(iso: string): Clock & { set(iso: string): void } {
  let now = new Date(iso);
  return {
    now: () => now,
    set: (next) => {
      now = new Date(next);
    },
  };
}
