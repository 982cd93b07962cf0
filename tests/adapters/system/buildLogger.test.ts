import { buildClock } from '../../../src/adapters/system/buildClock';
import { buildLogger } from '../../../src/adapters/system/buildLogger';
import type { LogLevel } from '../../../src/adapters/system/buildLogger';

function openLogger(level: LogLevel = 'info') {
  const lines: string[] = [];
  const logger = buildLogger(level, { write: (line) => void lines.push(line) });
  return { logger, lines, read: (index: number) => JSON.parse(lines[index]!) as Record<string, unknown> };
}

describe('buildLogger', () => {
  it('writes one JSON line with level, time, fields and a constant message', () => {
    const { logger, lines, read } = openLogger();
    logger.info({ ticketId: '7', entryKeys: ['debit:zt_7:1'], durationMs: 3 }, 'job ended');
    expect(lines).toHaveLength(1);
    expect(lines[0]!.endsWith('\n')).toBe(true);
    expect(read(0)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      ticketId: '7',
      entryKeys: ['debit:zt_7:1'],
      durationMs: 3,
      msg: 'job ended',
    });
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = openLogger('warn');
    logger.info({}, 'quiet');
    logger.warn({}, 'heard');
    logger.error({}, 'heard');
    expect(lines).toHaveLength(2);
  });

  it('replaces secrets and e-mails by the names of their fields, at any depth', () => {
    const { logger, lines } = openLogger();
    logger.warn(
      {
        email: 'client@example.test',
        request: { headers: { Authorization: 'Bearer abcdef' }, list: [{ clientSecret: 's3cret' }] },
        authinfo: 'login:pa55',
        accessToken: 'tok3n',
      },
      'asked',
    );
    expect(lines[0]).not.toMatch(/client@|abcdef|s3cret|pa55|tok3n/);
    expect(lines[0]).toContain('[redacted]');
  });

  it('replaces e-mails and logins of addresses inside any text', () => {
    const { logger, lines } = openLogger();
    logger.warn({ message: 'no user client@example.test at postgres://user:pa55@host/db' }, 'asked');
    expect(lines[0]).not.toMatch(/client@example|pa55/);
    expect(lines[0]).toContain('no user [redacted] at postgres://[redacted]@host/db');
  });

  it('keeps of an error its name and code only', () => {
    const { logger, read } = openLogger();
    const error = Object.assign(new Error('client@example.test wrote «help»'), { code: '57P01' });
    logger.error({ error }, 'failed');
    expect(read(0)['error']).toEqual({ name: 'Error', code: '57P01' });
  });

  it('survives fields that contain themselves', () => {
    const { logger, lines } = openLogger();
    const fields: Record<string, unknown> = {};
    fields['self'] = fields;
    logger.info(fields, 'round');
    expect(lines).toHaveLength(1);
  });
});

describe('buildClock', () => {
  it('tells the time of the machine', () => {
    const before = Date.now();
    const now = buildClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
