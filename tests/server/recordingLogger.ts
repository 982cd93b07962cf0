import type { Logger } from '../../src/use-cases/ports/logger';

export type LoggedLine = {
  level: 'info' | 'warn' | 'error';
  message: string;
  fields: Record<string, unknown>;
};

/** A logger that keeps its lines. */
export function buildRecordingLogger(): { logger: Logger; lines: LoggedLine[]; text(): string } {
  const lines: LoggedLine[] = [];
  const write = (level: LoggedLine['level']) => (fields: Record<string, unknown>, message: string) => {
    lines.push({ level, message, fields });
  };
  const logger = { info: write('info'), warn: write('warn'), error: write('error') };
  return { logger, lines, text: () => JSON.stringify(lines) };
}
